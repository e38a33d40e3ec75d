/** A long list to pick from; what is picked can be given a second mark. */
import * as common from "./common.js";
import * as pick_list_texts from "../../web/texts/pick_list_texts.js";

const { h, status, newId, isObject } = common;

/** @typedef {{ id: string, title: string, text: string, group: string }} Item */

/** @param {import("./common.js").Block} block */
function draw(block) {
  const { model } = block;
  /** @type {Item[]} */
  const items = model.get("items");
  const [mark, markLabel] = model.get("mark");
  const rows = items.map((item) => newRow(item));
  const groups = [...new Set(items.map(({ group }) => group))].map(newGroup);
  const id = newId();
  const found = status("fk-hint");
  const totals = status("fk-totals");
  const search = h("input", { type: "search", id, autocomplete: "off", oninput: filter });
  block.root.append(
    h(
      "section",
      { class: "fk-picks", "aria-labelledby": `${id}-label` },
      h("p", { class: "fk-picks-label", id: `${id}-label` }, model.get("label")),
      h("div", { class: "fk-picks-search" }, h("label", { for: id }, pick_list_texts.search), search, found),
      ...groups.map(({ node }) => node),
      totals,
    ),
  );

  /**
   * To unfold; only the first group is open at the beginning.
   * @param {string} name
   * @param {number} at
   */
  function newGroup(name, at) {
    const members = rows.filter(({ item }) => item.group === name);
    const id = newId();
    const count = h("span", { class: "fk-picks-count" });
    const list = h("ul", {}, ...members.map(({ node }) => node));
    const node = h(
      "details",
      { class: "fk-picks-group", open: at === 0 },
      h("summary", {}, h("span", { id }, name), count),
      h("fieldset", { class: "fk-field", "aria-labelledby": id }, list),
    );
    return { members, count, node };
  }

  /** @param {Item} item */
  function newRow(item) {
    const pick = h("input", { type: "checkbox", onchange: commit });
    const second = h("input", { type: "checkbox", onchange: commit });
    const marking = h(
      "label",
      { class: "fk-item-mark" },
      second,
      h("span", {}, `${markLabel} `, h("span", { class: "fk-only-heard" }, `(${item.title})`)),
    );
    const text = h("span", { class: "fk-tile-hint" }, item.text);
    const node = h(
      "li",
      { class: "fk-item" },
      h("label", {}, pick, h("span", {}, h("strong", {}, item.title), text)),
      marking,
    );
    const words = `${item.title} ${item.text} ${item.group}`.toLowerCase();
    return { item, node, pick, second, marking, words };
  }

  function commit() {
    const picked = rows.filter(({ pick }) => pick.checked);
    const here = picked.map(({ item, second }) => ({ id: item.id, [mark]: second.checked }));
    // what was picked of another list, such as that of another company, stays
    const elsewhere = (block.value ?? []).filter((/** @type {any} */ { id }) => !items.some((item) => item.id === id));
    const value = [...here, ...elsewhere];
    block.commit(value.length ? value : null);
  }

  function filter() {
    const wanted = search.value.toLowerCase().split(/\s+/);
    for (const { node, words } of rows) node.hidden = !wanted.every((word) => words.includes(word));
    for (const { node, members } of groups) {
      node.hidden = members.every((row) => row.node.hidden);
      if (search.value.trim() && !node.hidden) node.open = true;
    }
    const shown = rows.filter(({ node }) => !node.hidden).length;
    if (!search.value.trim()) found.textContent = "";
    else if (shown) found.textContent = pick_list_texts.found(shown, rows.length);
    else found.textContent = pick_list_texts.nothing;
  }

  function update() {
    const marks = new Map((block.value ?? []).map((/** @type {any} */ line) => [line.id, line[mark]]));
    for (const { item, pick, second, marking } of rows) {
      pick.checked = marks.has(item.id);
      second.checked = marks.get(item.id) === true;
      marking.hidden = !pick.checked;
    }
    for (const { members, count } of groups) {
      const picked = members.filter(({ pick }) => pick.checked).length;
      count.textContent = picked ? pick_list_texts.picked(picked) : "";
    }
    const chosen = rows.filter(({ pick }) => pick.checked);
    const marked = chosen.filter(({ second }) => second.checked).length;
    totals.textContent = pick_list_texts.totals(chosen.length, rows.length, markLabel, marked);
  }

  update();
  return { update };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => {
    const mark = () => view.model.get("mark")[0];
    return common.run(view, {
      draw,
      traits: ["items", "mark"],
      valid: (value) =>
        Array.isArray(value) &&
        value.every((line) => isObject(line) && typeof line.id === "string" && typeof line[mark()] === "boolean"),
    });
  },
};
