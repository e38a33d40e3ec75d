/**
 * How scripts build what they show. Plain JavaScript of 2017, because the vote page on phones uses it, too.
 */

/** @typedef {Node | string | null | undefined} Child */
/** @typedef {Record<string, any>} Attributes */

/**
 * An element with attributes and children. Strings become text, never markup.
 * "onclick" and the like add listeners; true and false set or leave out an attribute.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/**
 * A button that submits nothing.
 * @param {"primary" | "secondary" | "quiet" | "choice"} kind
 * @param {(event: MouseEvent) => void} onclick
 * @param {Attributes} attributes
 * @param {...Child} children
 */
export function button(kind, onclick, attributes = {}, ...children) {
  const all = Object.assign({ type: "button", class: `fk-button fk-${kind}`, onclick }, attributes);
  return h("button", all, ...children);
}

/** An id that no other block on the page uses. */
export const newId = () => `fk-${Math.random().toString(36).slice(2, 10)}`;

/**
 * Options as large labels around their inputs, each with its hint.
 * @param {[key: string, label: string, hint?: string][]} options
 * @param {HTMLInputElement[]} inputs
 */
export function tiles(options, inputs) {
  const many = options.length > 4 && options.every(([, , hint]) => !hint);
  return h(
    "div",
    { class: many ? "fk-tiles fk-many" : "fk-tiles" },
    ...options.map(([, label, hint], at) =>
      h(
        "label",
        { class: "fk-tile" },
        inputs[at],
        h("span", {}, h("span", {}, label), hint ? h("span", { class: "fk-tile-hint" }, hint) : null),
      ),
    ),
  );
}
