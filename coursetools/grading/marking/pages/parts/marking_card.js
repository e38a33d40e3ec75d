/** One answer: its text, and beside it criteria, points, comment. What a stranger wrote comes as harmless HTML from the server. */
import * as elements from "../../../../../fairki/web/elements.js";
import * as numbers from "../../../../../fairki/web/numbers.js";
import * as marking_opinion from "./marking_opinion.js";
import * as marking_texts from "../texts/marking_texts.js";

const { h, button } = elements;
const texts = marking_texts.card;
const PAUSE = 300; // milliseconds after the last letter of a comment

/**
 * @typedef {import("./marking_net.js").Answer} Answer
 * @typedef {import("./marking_net.js").Decision} Decision
 * @typedef {import("./marking_net.js").Question} Question
 * @typedef {{ points?: number | null, criteria?: string[], comment?: string }} Change
 * @typedef {{ decide: (card: Card, change: Change, edit: string) => void, toBank: (text: string, sure: boolean) => Promise<void>,
 *   outOfBank: (text: string) => Promise<void>, next: () => void, undo: () => void, goTo: (number: number) => void }} Page
 */

export class Card {
  /** @param {Answer} answer @param {Question} question @param {Page} page */
  constructor(answer, question, page) {
    this.answer = answer;
    this.question = question;
    this.page = page;
    this.edit = "";
    this.typing = 0;
    this.state = h("span", { class: "marking-state" });
    this.buttons = question.criteria.map((one, at) => this.criterion(one, at));
    this.points = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", id: `points-${answer.number}`, "aria-describedby": `hint-${answer.number}` });
    this.hint = h("p", { class: "marking-hint", id: `hint-${answer.number}` });
    this.comment = h("textarea", { id: `comment-${answer.number}`, rows: "3", maxlength: "5000" });
    this.bank = h("details", { class: "marking-bank" });
    this.bankTrouble = h("div", { role: "status" });
    this.opinion = h("div", {});
    this.node = this.build();
    this.listen();
    this.drawBank();
    this.update();
  }

  build() {
    const { number, id } = this.answer;
    const name = `name-${number}`;
    return h(
      "article",
      { class: "marking-card fk-panel", tabindex: "0", "aria-labelledby": name, id: `answer-${number}` },
      h("header", {}, h("h2", { id: name }, texts.name(number)), this.state, id.startsWith("abgabe-") ? h("span", { class: "marking-id" }, id) : null),
      this.text(),
      ...this.answer.pictures.map((src, at) => h("img", { src, alt: texts.picture(at + 1), class: "marking-picture" })),
      this.alike(),
      this.buttons.length ? h("div", { class: "marking-criteria", role: "group", "aria-label": texts.criteria }, ...this.buttons) : null,
      h(
        "div",
        { class: "marking-points" },
        h("label", { for: this.points.id }, texts.points),
        this.points,
        h("span", {}, texts.most(this.question.most)),
        button("quiet", () => this.change({ points: 0, criteria: [] }), { class: "fk-button fk-quiet marking-none" }, texts.none),
      ),
      this.hint,
      h("label", { for: this.comment.id, class: "marking-label" }, texts.comment),
      this.comment,
      this.bank,
      this.opinion,
    );
  }

  text() {
    if (this.answer.empty) return h("p", { class: "marking-quiet" }, texts.empty);
    const box = h("div", { class: "marking-text" });
    box.innerHTML = this.answer.html; // the server lets nothing through that acts (harmless.markdown), nor does this page's policy
    for (const link of box.querySelectorAll("a")) Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
    for (const code of box.querySelectorAll("pre")) Object.assign(code, { tabIndex: 0, role: "region", ariaLabel: texts.name(this.answer.number) });
    if (this.answer.cut) box.append(h("p", { class: "marking-quiet" }, texts.cut));
    return box;
  }

  alike() {
    const { alike } = this.answer;
    if (!alike.length) return null;
    const of = (/** @type {boolean} */ same) => alike.filter((one) => one.same === same).map((one) => one.number);
    const links = alike.slice(0, 5).map(({ number }) => button("quiet", () => this.page.goTo(number), {}, texts.goTo(number)));
    return h("div", { class: "marking-alike" }, h("p", {}, texts.alike(of(true), of(false))), ...links);
  }

  /** @param {import("./marking_net.js").Criterion} one @param {number} at */
  criterion(one, at) {
    const key = at < 9 ? h("kbd", { "aria-hidden": "true" }, String(at + 1)) : null;
    return button("secondary", () => this.toggle(at), { class: "fk-button fk-secondary marking-criterion", "aria-pressed": "false", title: one.meaning }, key, h("span", {}, `${one.name} (${marking_texts.number(one.points)})`));
  }

  listen() {
    this.points.addEventListener("change", () => this.readPoints());
    this.comment.addEventListener("focus", () => (this.edit = elements.newId()));
    this.comment.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = window.setTimeout(() => this.readComment(), PAUSE);
    });
    this.comment.addEventListener("blur", () => this.readComment());
    this.node.addEventListener("keydown", (event) => this.press(event));
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const field = target.matches("input, textarea, select");
    if (event.key === "Escape" && field) return this.node.focus();
    if (field || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = "123456789".indexOf(event.key);
    if (at >= 0 && at < this.buttons.length) this.toggle(at);
    else if (event.key === "0") this.change({ points: 0, criteria: [] });
    else if (event.key.toLowerCase() === "k") this.comment.focus();
    else if (event.key.toLowerCase() === "n") this.page.next();
    else if (event.key.toLowerCase() === "u") this.page.undo();
    else return;
    event.preventDefault();
  }

  /** @param {number} at */
  toggle(at) {
    const { name } = this.question.criteria[at];
    const met = this.answer.decision.criteria;
    const criteria = met.includes(name) ? met.filter((one) => one !== name) : [...met, name];
    this.change({ criteria, points: criteria.length ? this.worth(criteria) : null });
  }

  /** @param {string[]} criteria */
  worth(criteria) {
    const sum = this.question.criteria.filter(({ name }) => criteria.includes(name)).reduce((all, one) => all + one.points, 0);
    return Math.round(Math.min(this.question.most, sum) * 100) / 100;
  }

  readPoints() {
    const typed = this.points.value.trim();
    const [value] = numbers.readings(typed);
    const right = typed === "" || (value >= 0 && value <= this.question.most);
    this.points.setAttribute("aria-invalid", String(!right));
    if (right) this.change({ points: typed === "" ? null : value });
    else this.hint.replaceChildren(texts.wrongPoints(this.question.most));
  }

  readComment() {
    clearTimeout(this.typing);
    const comment = this.comment.value.trim();
    if (comment !== this.answer.decision.comment) this.page.decide(this, { comment }, this.edit);
  }

  /** @param {Change} change */
  change(change) {
    this.readComment();
    this.page.decide(this, change, elements.newId());
  }

  /** Show what is decided; what somebody is typing stays. */
  update() {
    const { decision } = this.answer;
    const done = decision.points !== null ? texts.done(marking_texts.points(decision.points)) : texts.automatic(marking_texts.points(decision.automatic ?? 0));
    this.state.textContent = decision.again ? texts.again : decision.decided ? done : texts.open;
    this.node.classList.toggle("marking-open", !decision.decided);
    this.question.criteria.forEach(({ name }, at) => this.buttons[at].setAttribute("aria-pressed", String(decision.criteria.includes(name))));
    if (document.activeElement !== this.points) {
      this.points.value = decision.points === null ? "" : marking_texts.number(decision.points);
      this.points.setAttribute("aria-invalid", "false");
    }
    if (document.activeElement !== this.comment || !this.comment.value) this.comment.value = decision.comment;
    this.drawHint(decision);
    this.opinion.replaceChildren(...marking_opinion.beside(this.answer, this.question, (change) => this.change(change)));
  }

  /** Show what was decided elsewhere: by taking back, also where somebody was typing. */
  restore() {
    this.comment.value = this.answer.decision.comment;
    this.points.value = "";
    this.edit = elements.newId();
    this.update();
    if (this.answer.decision.points !== null) this.points.value = marking_texts.number(this.answer.decision.points);
  }

  /** @param {Decision} decision */
  drawHint(decision) {
    const worth = this.worth(decision.criteria);
    const byHand = decision.points !== null && decision.criteria.length > 0 && decision.points !== worth;
    const keep = decision.again ? button("secondary", () => this.change({ points: decision.points }), {}, texts.keep) : null;
    const back = byHand ? button("quiet", () => this.change({ points: worth }), {}, texts.fromCriteria) : null;
    const words = [byHand ? texts.byHand(worth) : "", decision.extra ? texts.extra(decision.extra) : ""].filter(Boolean).join(" ");
    this.hint.replaceChildren(...[words, back, keep].filter((one) => one !== null));
  }

  drawBank() {
    const { bank } = this.question;
    const add = button("quiet", () => this.addToBank(false), {}, texts.toBank);
    const lines = bank.map((text) =>
      h(
        "li",
        {},
        button("secondary", () => this.use(text), { class: "fk-button fk-secondary marking-use" }, text),
        button("quiet", () => this.page.outOfBank(text), { "aria-label": texts.remove(text), class: "fk-button fk-quiet marking-remove" }, "×"),
      ),
    );
    this.bank.replaceChildren(h("summary", {}, texts.bankOf(bank.length)), lines.length ? h("ul", {}, ...lines) : h("p", { class: "marking-quiet" }, texts.noBank), add, this.bankTrouble);
  }

  /** @param {string} text */
  use(text) {
    const there = this.comment.value.trim();
    this.comment.value = there ? `${there}\n${text}` : text;
    this.edit = elements.newId();
    this.readComment();
  }

  /** @param {boolean} sure */
  async addToBank(sure) {
    const text = this.comment.value.trim();
    if (!text) return;
    try {
      await this.page.toBank(text, sure);
      this.bankTrouble.replaceChildren(texts.inBank);
    } catch (error) {
      const anyway = button("secondary", () => this.addToBank(true), {}, texts.anyway);
      this.bankTrouble.replaceChildren(h("p", {}, String(/** @type {Error} */ (error).message)), anyway);
    }
  }
}
