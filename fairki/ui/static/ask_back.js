/** Asks what an ambiguous number means („1.000“), with both readings as buttons; nothing is guessed. */
import * as common from "./common.js";
import * as numbers from "./numbers.js";

/** A place below `field` that asks when needed; `look()` looks at what stands in the field and says whether it asks. */
export function askBack(field) {
  const node = common.h("div", { class: "fk-ask-back", role: "status" });

  function take(text) {
    field.value = text;
    node.replaceChildren();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
  }

  function look() {
    const meant = numbers.readings(field.value).map(numbers.spelling);
    if (meant.length < 2) node.replaceChildren();
    else {
      const choices = meant.map((text) => common.button("secondary", () => take(text), {}, text));
      node.replaceChildren(
        common.h("p", { class: "fk-message fk-error" }, numbers.which(field.value)),
        common.h("div", { class: "fk-row" }, ...choices),
      );
    }
    return meant.length > 1;
  }

  // While typing: on leaving the field, the question would push away the button that somebody is just pressing.
  field.addEventListener("input", look);
  return { node, look };
}
