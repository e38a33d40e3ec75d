/** The end of a unit: mark it as done, go on to the next. */
import * as store from "./store.js";
import * as common from "./common.js";

const { h, button, icon, status, goTo, unitStart, unitsOf } = common;

function draw(block) {
  const module = block.model.get("module");
  const id = block.model.get("unit");
  const message = status("fk-unit-end-message");
  const finish = button("primary", () => {
    if (finish.getAttribute("aria-disabled")) return;
    store.markDone(module, id);
    message.textContent = after()
      ? "Gut gemacht. Ihr Fortschritt ist auf diesem Gerät vermerkt."
      : "Gut gemacht. Das war die letzte Einheit dieses Moduls.";
  });
  const next = h("span", {});
  block.root.append(h("div", { class: "fk-unit-end" }, finish, next, message));

  function after() {
    const all = unitsOf(module);
    return all[all.findIndex((unit) => unit[0] === id) + 1];
  }

  function update() {
    const done = store.read().progress[module]?.[id] === true;
    const following = after();
    finish.className = `fk-button ${done ? "fk-done" : "fk-primary"}`;
    if (done) finish.setAttribute("aria-disabled", "true");
    else finish.removeAttribute("aria-disabled");
    finish.replaceChildren(
      ...(done ? [icon("✓"), ` Einheit ${id} abgeschlossen`] : ["Einheit abschließen"]),
    );
    next.replaceChildren(...(done && following ? [onward(following)] : []));
    if (!done) message.textContent = "";
  }

  function onward(unit) {
    const go = () => {
      const start = unitStart(unit);
      if (start) goTo(start);
    };
    return button("primary", go, {}, `Weiter mit Einheit ${unit[0]}: ${unit[1]}`);
  }

  update();
  const events = ["fairki-store", "fairki-units"];
  for (const name of events) window.addEventListener(name, update);
  return {
    stop() {
      for (const name of events) window.removeEventListener(name, update);
    },
  };
}

export default {
  render: (view) => common.run(view, { draw, traits: ["module", "unit"] }),
};
