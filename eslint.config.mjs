/** What ESLint looks for. Its packages lie in .build/web, where `build_course.py test` puts them. */
import { createRequire } from "node:module";

const need = createRequire(new URL(".build/web/package.json", import.meta.url));
const { recommended } = need("@eslint/js").configs;
const css = need("@eslint/css").default;
const compat = need("eslint-plugin-compat");

const ONLY_LOOKS = ["accent-color", "break-after", "break-before", "forced-color-adjust", "hyphenate-limit-chars", "resize", "text-wrap"];
/** Properties that older browsers leave out without harm, as they do the at-rule @property. */

export default [
  { files: ["**/*.js"], ...compat.configs["flat/recommended"] }, // „browserslist“ in package.json: whom the course promises to work
  { files: ["**/*.css"], language: "css/css", plugins: { css }, rules: { "css/use-baseline": ["error", { available: 2023, allowProperties: ONLY_LOOKS, allowAtRules: ["property"] }] } },
  {
    ...recommended,
    files: ["**/*.js", "**/*.mjs"],
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
    files: ["coursetools/workshop/pages/**/{phone,countdown}*.js", "fairki/web/{ask_back,elements,numbers,pattern_form,texts}.js", "fairki/web/texts/pattern_form_texts.js"], // what the oldest phones can run
    languageOptions: { ecmaVersion: 2017 },
  },
  {
    files: ["coursetools/workshop/pages/**/phone*.js"],
    rules: { "no-var": "off", "prefer-const": "off", "no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
];
