/** Cards: one decision after the other, each with a reply where there is one; afterwards all decisions at a glance. */
import * as common from "./common.js";
import * as common_texts from "../../web/texts/common_texts.js";
import * as cards_texts from "../../web/texts/cards_texts.js";

const { h, button, icon, status, newId, isObject } = common;

const SIGNS = ["✓", "✗"];

/** @param {Reply} reply */
const wordsFor = (reply) => (reply.known ? cards_texts.known : cards_texts.suggestion);

/** @typedef {{ answer: string, why: string, more?: string, known?: boolean }} Reply */
/** @typedef {{ id: string, title: string, facts: [name: string, value: unknown][], note?: string, reply?: Reply }} Card */
/** @typedef {[value: string, word: string, sign?: string]} Choice */

/** @param {import("./common.js").Block} block */
function draw(block) {
  /** @type {Card[]} */
  const cards = block.model.get("cards");
  /** @type {Choice[]} */
  const choices = block.model.get("choices");
  const seconds = block.model.get("seconds");
  const wordOf = Object.fromEntries(choices.map(([value, word]) => [value, word]));
  const signOf = Object.fromEntries(choices.map(([value, , sign], index) => [value, sign ?? SIGNS[index] ?? "●"]));
  /** @param {Choice} choice */
  const keyOf = ([value]) => value[0].toUpperCase();

  const heard = status();
  const count = h("p", { class: "fk-count" });
  const bar = h("progress", { max: cards.length, value: 0, "aria-label": cards_texts.progress });
  const content = h("div", {});
  const panel = h(
    "section",
    {
      class: cards.some((card) => card.reply) ? "fk-panel fk-cards fk-cards-told" : "fk-panel fk-cards",
      tabindex: "-1",
      "aria-label": block.model.get("label") || cards_texts.applications,
      onkeydown,
    },
    h("div", { class: "fk-cards-head" }, count, bar),
    content,
    heard,
  );
  block.root.append(panel);

  const timer = seconds > 0 ? newTimer(seconds) : null;
  const view = newDeck();
  /** @type {ReturnType<typeof newOverview> | null} */
  let overview = null;
  /** The card that was just decided and whose reply is shown.
   * @type {Card | null} */
  let replying = null;

  /** @returns {Record<string, string>} */
  const decisions = () => block.value ?? {};
  const open = () => cards.find((card) => !(card.id in decisions()));

  /** @param {string} choice */
  function decide(choice) {
    const card = open();
    if (!card) return;
    const next = { ...decisions(), [card.id]: choice };
    view.order.push(card.id);
    replying = card.reply ? card : null;
    block.commit(next);
    if (card.reply) {
      say(replyTo(card.reply, choice).join(" "));
      view.onward.focus();
    } else if (open()) {
      say(cards_texts.decided(wordOf[choice], spoken()));
      view.title.focus(); // what to decide now begins here, also on a phone where it is out of sight
    } else {
      say(cards_texts.decidedAll(wordOf[choice], cards.length));
      overview?.heading.focus();
    }
    timer?.restart();
  }

  function goOn() {
    replying = null;
    update();
    if (open()) {
      say(spoken());
      view.title.focus();
    } else overview?.heading.focus();
  }

  function undo() {
    replying = null;
    const last = [...cards.map((card) => card.id), ...view.order].filter((id) => id in decisions()).at(-1);
    if (!last) return;
    view.order = view.order.filter((id) => id !== last);
    const { [last]: _gone, ...rest } = decisions();
    block.commit(Object.keys(rest).length ? rest : null);
    if (view.back.hidden) view.title.focus();
    say(cards_texts.undone(spoken()));
    timer?.restart();
  }

  /** @param {Card} card */
  function change(card) {
    const values = choices.map(([value]) => value);
    const next = values[(values.indexOf(decisions()[card.id]) + 1) % values.length];
    block.commit({ ...decisions(), [card.id]: next });
    say(cards_texts.changed(card.title, wordOf[next]));
  }

  function restart() {
    replying = null;
    view.order = [];
    block.commit(null);
    view.title.focus();
    say(cards_texts.restarted(spoken()));
    timer?.stop();
  }

  /** @param {Card} card */
  const place = (card) => cards_texts.place(cards.indexOf(card) + 1, cards.length);

  /**
   * What is said to a choice: whether it was the suggested one, why, and what else matters.
   * @param {Reply} reply
   * @param {string} choice
   */
  function replyTo(reply, choice) {
    const words = wordsFor(reply);
    const verdict =
      reply.answer === choice ? words.same(wordOf[choice]) : words.other(wordOf[reply.answer], wordOf[choice]);
    return [verdict, reply.why, reply.more].filter((text) => text !== undefined);
  }

  /** The card that is open, with all that stands on it. */
  function spoken() {
    const card = open();
    if (!card) return "";
    const { title, facts, note } = card;
    return [`${place(card)}: ${title}`, ...facts.map(([name, value]) => `${name} ${value}`), note].filter(Boolean).join("; ");
  }

  /** @param {string} text */
  function say(text) {
    heard.textContent = text;
  }

  // Only while the focus is inside: single keys must not surprise anybody elsewhere on the page.
  /** @param {KeyboardEvent} event */
  function onkeydown(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || replying || !open()) return;
    const choice = choices.find((candidate) => keyOf(candidate) === event.key.toUpperCase());
    if (!choice) return;
    event.preventDefault();
    decide(choice[0]);
  }

  function newDeck() {
    const title = h("h4", { class: "fk-card-title", id: newId(), tabindex: "-1" });
    const facts = h("dl", { class: "fk-facts" });
    const note = h("p", { class: "fk-card-note" });
    const card = h("article", { class: "fk-card", "aria-labelledby": title.id }, title, facts, note);
    const buttons = choices.map((choice) =>
      button(
        "choice",
        () => decide(choice[0]),
        { "aria-keyshortcuts": keyOf(choice) },
        icon(signOf[choice[0]]),
        h("span", {}, choice[1]),
        h("kbd", {}, keyOf(choice)),
      ),
    );
    const back = button("quiet", undo, {}, icon("↶"), ` ${cards_texts.undo}`);
    const onward = button("primary", goOn, {}, cards_texts.onward);
    const choose = h("div", { class: "fk-choices" }, ...buttons);
    const reply = h("div", { class: "fk-feedback" });
    const node = h("div", {}, card, timer?.node ?? null, choose, reply, h("div", { class: "fk-row" }, onward, back));
    return { node, title, facts, note, choose, reply, onward, back, order: /** @type {string[]} */ ([]) };
  }

  /** @param {Card} card */
  function showCard(card) {
    if (!view.node.isConnected) content.replaceChildren(view.node);
    overview = null;
    view.title.textContent = card.title;
    view.facts.replaceChildren(
      ...card.facts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, String(value)))),
    );
    view.note.textContent = card.note ?? "";
    view.note.hidden = !card.note;
    view.back.hidden = Object.keys(decisions()).length === 0;
    view.choose.hidden = replying !== null;
    view.reply.hidden = view.onward.hidden = replying === null;
    if (replying?.reply) showReply(view.reply, replying.reply, decisions()[replying.id]);
  }

  /**
   * @param {HTMLElement} node
   * @param {Reply} reply
   * @param {string} choice
   */
  function showReply(node, reply, choice) {
    const [verdict, ...reasons] = replyTo(reply, choice);
    node.dataset.state = reply.answer === choice ? "right" : "not-yet";
    node.replaceChildren(h("p", {}, h("strong", {}, verdict)), ...reasons.map((text) => h("p", {}, text)));
  }

  function newOverview() {
    const title = cards_texts.overview(cards.length);
    const heading = h("h4", { class: "fk-card-title", tabindex: "-1" }, title);
    const totals = h("p", { class: "fk-totals" });
    const rows = cards.map((card) => {
      const mark = h("span", { class: "fk-decision" });
      const swap = button("quiet", () => change(card), { "aria-label": cards_texts.changeCard(card.title) }, cards_texts.change);
      const reply = h("div", { class: "fk-feedback" });
      const name = h("span", { class: "fk-decision-name" }, card.title);
      const said = card.reply ? h("details", {}, h("summary", {}, wordsFor(card.reply).answer(wordOf[card.reply.answer])), reply) : null;
      return { card, mark, reply, node: h("li", {}, name, mark, swap, said) };
    });
    const ask = h("div", { class: "fk-row" });
    const again = button("quiet", askAgain, {}, cards_texts.again);

    function askAgain() {
      const yes = button("secondary", restart, {}, cards_texts.discard);
      const no = button("quiet", () => (showAsk(), again.focus()), {}, common_texts.cancel);
      ask.replaceChildren(h("span", {}, cards_texts.discardAll(cards.length)), yes, no);
      yes.focus();
    }

    function showAsk() {
      ask.replaceChildren(again);
    }

    showAsk();
    const list = h("ul", { class: "fk-decisions" }, ...rows.map((row) => row.node));
    const all = cards.some(({ reply }) => reply) ? h("details", {}, h("summary", {}, cards_texts.replies), list) : list;
    content.replaceChildren(heading, totals, all, ask);
    return { heading, totals, rows };
  }

  function showOverview() {
    overview ??= newOverview();
    const counts = choices.map(([value, word]) => {
      const number = Object.values(decisions()).filter((choice) => choice === value).length;
      return `${word}: ${number}`;
    });
    const replies = cards.flatMap(({ id, reply }) => (reply ? [{ id, reply }] : []));
    const agreed = replies.filter(({ id, reply }) => reply.answer === decisions()[id]).length;
    const first = replies.length ? `${wordsFor(replies[0].reply).agreed(agreed, replies.length)}. ` : "";
    overview.totals.textContent = first + counts.join(" · ");
    for (const { card, mark, reply } of overview.rows) {
      const choice = decisions()[card.id];
      mark.dataset.choice = String(choices.findIndex(([value]) => value === choice));
      mark.replaceChildren(icon(signOf[choice]), ` ${wordOf[choice]}`);
      if (card.reply) showReply(reply, card.reply, choice);
    }
  }

  function update() {
    if (replying && !(replying.id in decisions())) replying = null; // taken back elsewhere
    const card = replying ?? open();
    bar.value = Object.keys(decisions()).length;
    count.textContent = card ? place(card) : cards_texts.ready;
    if (card) showCard(card);
    else showOverview();
  }

  update();
  return { update, stop: () => timer?.stop() };
}

/**
 * A bar that runs down and says when the time is up, and no more than that.
 * @param {number} seconds
 */
function newTimer(seconds) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const fill = h("span", { class: "fk-timer-fill" });
  const text = h("span", { class: "fk-timer-text" });
  const toggle = h("input", { type: "checkbox", checked: !calm, onchange: restart });
  const node = h(
    "div",
    { class: "fk-timer" },
    h("span", { class: "fk-timer-bar", "aria-hidden": "true" }, fill),
    h("span", { class: "fk-timer-line" }, text, h("label", { class: "fk-check" }, toggle, ` ${cards_texts.timer.label}`)),
  );
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting = undefined;
  /** @type {Animation | null} */
  let run = null;

  function stop() {
    clearTimeout(waiting);
    run?.cancel();
    node.classList.toggle("fk-off", !toggle.checked);
    text.textContent = toggle.checked ? cards_texts.timer.starts : cards_texts.timer.off;
  }

  function restart() {
    stop();
    if (!toggle.checked) return;
    text.textContent = cards_texts.timer.each(seconds);
    run = fill.animate([{ transform: "scaleX(1)" }, { transform: "scaleX(0)" }], {
      duration: 1000 * seconds,
      fill: "forwards",
    });
    waiting = setTimeout(() => {
      text.textContent = cards_texts.timer.over;
    }, 1000 * seconds);
  }

  stop();
  return { node, restart, stop };
}

export default {
  render: (/** @type {import("./common.js").View} */ view) => {
    const ids = () => view.model.get("cards").map((/** @type {Card} */ card) => card.id);
    const values = () => view.model.get("choices").map((/** @type {Choice} */ [value]) => value);
    return common.run(view, {
      draw,
      traits: ["cards", "choices", "seconds"],
      valid: (value) =>
        isObject(value) &&
        Object.entries(value).every(([id, choice]) => ids().includes(id) && values().includes(choice)),
    });
  },
};
