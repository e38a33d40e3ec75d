/** What ESLint looks for. Its packages lie in .build/web, where `build_course.py test` puts them. */
import { createRequire } from "node:module";

const recommended = createRequire(new URL(".build/web/package.json", import.meta.url))("@eslint/js").configs.recommended;

export default [
  {
    ...recommended,
    rules: {
      ...recommended.rules,
      "no-undef": "off", // tsc knows better what there is
      eqeqeq: "error",
      "no-unused-vars": ["error", { ignoreRestSiblings: true }], // to leave one entry out of an object
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
