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
  {
    files: ["coursetools/workshop/pages/**/phone*.js", "fairki/web/{ask_back,elements,numbers,pattern_form,texts}.js", "fairki/web/texts/pattern_form_texts.js"], // what the oldest phones can run
    languageOptions: { ecmaVersion: 2017 },
  },
  {
    files: ["coursetools/workshop/pages/**/phone*.js"],
    rules: { "no-var": "off", "prefer-const": "off", "no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
];
