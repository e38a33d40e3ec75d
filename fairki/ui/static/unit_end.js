/** The end of a unit: what is still open in it, and the way to the next one. */
import * as store from "../../web/store.js";
import * as common from "./common.js";
import * as progress from "./progress.js";
import * as progress_texts from "../../web/texts/progress_texts.js";
import * as unit_end_texts from "../../web/texts/unit_end_texts.js";

const { h, button, icon, status, goTo, unitStart, unitsOf } = common;
/** @typedef {import("./common.js").Unit} Unit */
/** @typedef {import("./progress.js").Ask} Ask */

/** @returns {string | undefined} where our own pages begin; nothing in a notebook */
function baseOfPages() {
  const base = /** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name='fairki-base']"));
  return base?.content;
}

/** @returns {string | undefined} the address of the start page; nothing in a notebook */
function startPage() {
  return /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.page-home"))?.href;
}

/** @param {import("./common.js").Block} block */
function draw(block) {
  const module = block.model.get("module");
  const id = block.model.get("unit");
  const message = status("fk-unit-end-message");
  const finish = button("primary", () => {
    if (finish.getAttribute("aria-disabled")) return;
    store.markDone(module, id);
    message.textContent = after() ? unit_end_texts.wellDone : unit_end_texts.wellDoneLast;
  });
  const next = h("span", {});
  const away = h("span", {}); // to another page
  const home = overview();
  const open = h("div", { class: "fk-unit-open" });
  const skipped = h("div", { class: "fk-unit-open" });
  let offered = "";
  block.root.append(h("div", { class: "fk-unit-end" }, open, finish, away, next, home, message, skipped));

  /** @returns {Unit} */
  const own = () => unitsOf(module).find((unit) => unit[0] === id) ?? [id, "", 0];

  function after() {
    const all = unitsOf(module);
    return all[all.findIndex((unit) => unit[0] === id) + 1];
  }

  function update() {
    const data = store.read();
    const unit = own();
    const now = progress.stateOf(data, module, unit);
    const following = after();
    finish.hidden = !now.done && now.asks;
    finish.className = `fk-button ${now.done ? "fk-done" : "fk-primary"}`;
    if (now.done) finish.setAttribute("aria-disabled", "true");
    else finish.removeAttribute("aria-disabled");
    finish.replaceChildren(...(now.done ? [icon("✓"), ` ${unit_end_texts.finished(id)}`] : [unit_end_texts.finish]));
    const onShort = now.done && progress.isShort(data) && offerShort();
    offer(now.done || now.asks ? following : undefined, now.done && !onShort);
    const [page, called] = block.model.get("beyond");
    const leads = now.done && !onShort && page ? leadAway(`modul/${page}.html`, unit_end_texts.beyond(called)) : onShort;
    home.hidden = !now.done || Boolean(following) || leads;
    if (!now.done) message.textContent = "";
    showOpen(now, following ? [] : unitsOf(module).filter((one) => one[0] !== id), data);
    fill(
      skipped,
      now.skipped.length
        ? [
            h("p", {}, unit_end_texts.skipped),
            h("ul", {}, ...now.skipped.map((one) => h("li", {}, link(unit, one, unit_end_texts.skippedOf)))),
          ]
        : [],
    );
  }

  /**
   * Made anew only if it says something else, because a click may have begun on a link in it.
   * @param {HTMLElement} place
   * @param {Node[]} parts
   */
  function fill(place, parts) {
    const made = h("div", { class: place.className }, ...parts);
    if (!made.isEqualNode(place)) place.replaceChildren(...made.childNodes);
  }

  /**
   * What is open here and, at the end of the module, in its other units.
   * @param {ReturnType<typeof progress.stateOf>} now
   * @param {Unit[]} others
   * @param {import("../../web/store.js").Kept} data
   */
  function showOpen(now, others, data) {
    const before = others
      .map((unit) => ({ unit, state: progress.stateOf(data, module, unit) }))
      .filter(({ state }) => !state.done)
      .map(({ unit, state }) =>
        h(
          "li",
          {},
          h("a", { href: `#einheit-${unit[0]}`, onclick: (/** @type {MouseEvent} */ event) => jump(event, unitStart(unit)) }, unit_end_texts.unit(unit[0], unit[1])),
          state.missing ? ` ${unit_end_texts.still(progress_texts.questions(state.missing))}` : "",
        ),
      );
    fill(open, [
      ...(now.open.length
        ? [
            h("p", {}, unit_end_texts.openHere),
            h("ul", {}, ...now.open.map((one) => h("li", {}, link(own(), one)))),
            h("p", { class: "fk-hint" }, unit_end_texts.leave),
          ]
        : []),
      ...(before.length
        ? [h("p", {}, now.open.length ? unit_end_texts.openElse : unit_end_texts.openElsewhere), h("ul", {}, ...before)]
        : []),
    ]);
  }

  /**
   * A link to the block that asks a question; it says how much of a longer one is missing.
   * @param {Unit} unit
   * @param {Ask} ask
   * @param {(missing: number, questions: string) => string} amountOf
   */
  function link(unit, { ask, missing, needed }, amountOf = unit_end_texts.stillOf) {
    const title = blockOf(ask)?.dataset.title || unit_end_texts.selfCheck;
    const amount = needed > 1 ? ` ${amountOf(missing, progress_texts.questions(needed))}` : "";
    return h("a", { href: `#einheit-${unit[0]}`, "data-ask": ask, onclick: (/** @type {MouseEvent} */ event) => jump(event, visible(blockOf(ask)) ?? unitStart(unit)) }, title, amount);
  }

  /**
   * @param {MouseEvent} event
   * @param {HTMLElement | undefined} target
   */
  function jump(event, target) {
    event.preventDefault();
    if (target) goTo(target);
  }

  /**
   * The way to the next unit; made anew only if it is another, because a click may have begun on it.
   * @param {Unit | undefined} unit
   * @param {boolean} done
   */
  function offer(unit, done) {
    const now = JSON.stringify([unit, done]);
    if (now !== offered) next.replaceChildren(...(unit ? [onward(unit, done)] : []));
    offered = now;
  }

  /** Behind the last unit a page has no way on but this one; only our own pages have addresses. */
  function overview() {
    const href = startPage();
    return href !== undefined ? h("a", { class: "fk-button fk-primary", href }, unit_end_texts.overview) : h("span", {});
  }

  /** Leads to the next unit of the short path, which may be on another page. */
  function offerShort() {
    const [page, unit, title] = block.model.get("short");
    return Boolean(page) && leadAway(`modul/${page}.html#einheit-${unit}`, unit_end_texts.short(title));
  }

  /**
   * A link to another page: only our own pages have addresses. Made once, because a click may have begun on it.
   * @param {string} path
   * @param {string} says
   */
  function leadAway(path, says) {
    const base = baseOfPages();
    if (base === undefined) return false;
    if (away.textContent !== says) away.replaceChildren(h("a", { class: "fk-button fk-primary", href: base + path }, says));
    return true;
  }

  /**
   * @param {Unit} unit
   * @param {boolean} done
   */
  function onward(unit, done) {
    const go = () => {
      const start = unitStart(unit);
      if (start) goTo(start);
    };
    return button(done ? "primary" : "secondary", go, {}, unit_end_texts.next(unit[0], unit[1]));
  }

  update();
  // "fairki-ready": scripts come in any order, and only a block that stands on the page has a name.
  return { stop: common.onPage(["fairki-store", "fairki-units", "fairki-ready"], update) };
}

/** @type {(selector: string) => HTMLElement[]} */
const blocks = (selector) => [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector))];

/**
 * The block that asks a question: of several the one that is shown.
 * @param {string} ask
 * @returns {HTMLElement | undefined}
 */
function blockOf(ask) {
  const found = ask.split("|").flatMap((key) => blocks(`[data-key="${CSS.escape(key)}"]`));
  return found.find((block) => !block.hidden) ?? found[0];
}

/**
 * The block itself or, as long as it is hidden, the last one before it that is shown.
 * @param {HTMLElement | undefined} block
 */
function visible(block) {
  if (!block) return undefined;
  const all = blocks("[data-key]");
  return all.slice(0, all.indexOf(block) + 1).findLast((one) => !one.hidden);
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => common.run(view, { draw, traits: ["module", "unit"] }),
};
