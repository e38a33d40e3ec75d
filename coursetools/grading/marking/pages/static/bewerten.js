/** The page on which free texts are marked: which question, all answers to it, and the way back. */
import * as elements from "../../../../../fairki/web/elements.js";
import * as marking_card from "../parts/marking_card.js";
import * as marking_net from "../parts/marking_net.js";
import * as marking_opinion from "../parts/marking_opinion.js";
import * as marking_texts from "../texts/marking_texts.js";

const { h, button } = elements;
const { ask, tell, keep, settled, unsaved } = marking_net;
const labels = marking_texts.bar;
const PLACE = "fairki-marking"; // in this tab: which question was open

/** @param {string} id @returns {HTMLElement} */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {import("../parts/marking_net.js").Overview} */
let overview = { second: false, steps: 0, questions: [] };
/** @type {import("../parts/marking_net.js").Question | null} */
let question = null;
/** @type {marking_card.Card[]} */
let cards = [];
/** @type {{ key: string, id: string, decision: import("../parts/marking_net.js").Decision }[]} */
let undone = [];

const which = h("select", { id: "which" });
const show = h("select", { id: "show" }, ...["all", "open", "different"].map((name) => h("option", { value: name }, labels[/** @type {"all" | "open" | "different"} */ (name)])));
const progress = h("progress", { "aria-labelledby": "progress" });
const count = h("span", { id: "progress" });
const saved = h("span", { class: "marking-saved" });
const undoButton = button("secondary", () => undo(), {}, labels.undo);
const redoButton = button("secondary", () => redo(), {}, labels.redo);

/** @param {string} text */
const say = (text) => at("said").replaceChildren(text);
/** @param {unknown} error */
const complain = (error) => at("trouble").replaceChildren(error instanceof marking_net.Refusal ? error.message : marking_texts.said.lost);

/** What cards may ask of the page. @type {import("../parts/marking_card.js").Page} */
const page = {
  decide(card, change, edit) {
    if (!question) return;
    const { decision } = card.answer;
    const points = "points" in change ? (change.points ?? null) : decision.points;
    card.answer.decision = { ...decision, ...change, points, again: false, decided: points !== null || decision.automatic !== null };
    card.update();
    if (edit !== "redo") undone = [];
    const { criteria, comment } = card.answer.decision;
    const before = { points: decision.points, criteria: decision.criteria, comment: decision.comment };
    keep({ key: question.key, id: card.answer.id, points, criteria, comment, edit, before });
    draw();
  },
  async toBank(text, sure) {
    await bank("bank", { text, sure });
  },
  async outOfBank(text) {
    await bank("bank/remove", { text }).catch(complain);
  },
  next() {
    const from = cards.findIndex((card) => card.node.contains(document.activeElement));
    const inOrder = [...cards.slice(from + 1), ...cards.slice(0, from + 1)];
    const open = inOrder.find((card) => !card.answer.decision.decided);
    if (open) goTo(open);
    else say(marking_texts.said.allDone);
  },
  undo: () => undo(),
  goTo(number) {
    const card = cards.find((one) => one.answer.number === number);
    if (card) goTo(card);
  },
};

/** @param {marking_card.Card} card */
function goTo(card) {
  card.node.hidden = false;
  card.node.focus({ preventScroll: true });
  card.node.scrollIntoView({ block: "start" });
}

/** @param {string} path @param {object} value */
async function bank(path, value) {
  if (!question) return;
  const said = await tell(path, { key: question.key, ...value });
  question.bank = said.bank;
  for (const card of cards) card.drawBank();
}

/** @param {string} key */
async function open(key) {
  await settled();
  question = /** @type {import("../parts/marking_net.js").Question} */ (await ask(`question?key=${encodeURIComponent(key)}`));
  sessionStorage.setItem(PLACE, key);
  which.value = key;
  const now = question;
  cards = now.answers.map((answer) => new marking_card.Card(answer, now, page));
  at("answers").replaceChildren(...cards.map((card) => card.node));
  drawQuestion(now);
  drawSecond(now);
  filter();
  draw();
}

/** @param {import("../parts/marking_net.js").Question} now */
function drawQuestion(now) {
  const task = h("div", { class: "marking-text" });
  task.innerHTML = now.task; // from the course
  const guidance = h("div", { class: "marking-text" });
  guidance.innerHTML = now.guidance;
  at("question").replaceChildren(
    h("h2", {}, now.title),
    h("details", {}, h("summary", {}, marking_texts.question.task), task),
    now.guidance ? h("details", {}, h("summary", {}, marking_texts.question.guidance), guidance) : "",
    h("details", {}, h("summary", {}, marking_texts.question.keys), h("p", {}, marking_texts.question.help(now.criteria.length)), h("p", {}, marking_texts.question.order)),
  );
}

/** @param {import("../parts/marking_net.js").Question} now */
function drawSecond(now) {
  if (overview.second) return;
  const words = marking_texts.second;
  const [slug, cell] = now.key.split("/");
  const name = words.file(slug, cell);
  const file = h("input", { type: "file", accept: ".json,application/json", id: "file", onchange: () => takeIn(now.key, file) });
  const compared = h("p", { id: "compared" });
  at("second").replaceChildren(
    h(
      "details",
      { class: "marking-away", ...(now.answers.some((answer) => answer.second) ? { open: true } : {}) },
      h("summary", {}, words.title),
      h("p", {}, words.why),
      button("secondary", () => save(now.key, name).catch(complain), {}, words.away),
      h("p", {}, `${words.how} `, h("code", {}, words.command(name))),
      h("p", {}, h("label", { for: "file" }, words.back), " ", file),
      compared,
    ),
  );
}

/** @param {string} key @param {string} name */
async function save(key, name) {
  const content = await ask(`second?key=${encodeURIComponent(key)}`);
  const href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)], { type: "application/json" }));
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** @param {string} key @param {HTMLInputElement} file */
async function takeIn(key, file) {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  try {
    const { taken } = await ask(`second?key=${encodeURIComponent(key)}`, chosen);
    at("trouble").replaceChildren();
    await open(key);
    say(marking_texts.second.taken(taken));
  } catch (error) {
    complain(error);
  }
}

/** Progress, what can be taken back, what is kept. */
function draw() {
  const decided = cards.filter((card) => card.answer.decision.decided).length;
  count.textContent = labels.progress(decided, cards.length);
  Object.assign(progress, { max: cards.length || 1, value: decided });
  undoButton.setAttribute("aria-disabled", String(!overview.steps && !unsaved()));
  redoButton.setAttribute("aria-disabled", String(!undone.length));
  saved.textContent = unsaved() ? labels.saving : labels.saved;
  const listed = overview.questions.find((one) => one.key === question?.key);
  if (listed) listed.decided = decided;
  for (const option of which.options) {
    const one = overview.questions.find(({ key }) => key === option.value);
    if (one) option.textContent = `${one.exercise} · ${one.title} (${one.decided}/${one.number})`;
  }
  const both = cards.filter(({ answer }) => answer.second && answer.decision.points !== null);
  const different = both.filter(({ answer }) => marking_opinion.differs(answer)).length;
  document.getElementById("compared")?.replaceChildren(both.length ? marking_texts.second.compared(both.length, different) : "");
}

/** Which answers are shown; one that is decided meanwhile stays where it is. */
function filter() {
  for (const { node, answer } of cards) node.hidden = (show.value === "open" && answer.decision.decided) || (show.value === "different" && !marking_opinion.differs(answer));
  if (cards.every(({ node }) => node.hidden)) say(marking_texts.said.noneFits);
}

async function undo() {
  for (const card of cards) card.readComment();
  await settled();
  try {
    const { key, id, decision, steps } = await tell("undo", {});
    overview.steps = steps;
    if (!key) say(marking_texts.said.nothing);
    else await back(key, id, decision);
  } catch (error) {
    complain(error);
  }
  draw();
}

/** @param {string} key @param {string} id @param {import("../parts/marking_net.js").Decision} decision */
async function back(key, id, decision) {
  const known = cards.find(({ answer }) => question?.key === key && answer.id === id);
  if (known) undone.push({ key, id, decision: known.answer.decision });
  else await open(key);
  const card = cards.find(({ answer }) => answer.id === id);
  if (!card) return;
  card.answer.decision = decision;
  card.restore();
  goTo(card);
  say(marking_texts.said.undone(card.answer.number));
}

function redo() {
  const last = undone.pop();
  const card = last && question?.key === last.key ? cards.find(({ answer }) => answer.id === last.id) : null;
  if (!last || !card) return;
  const { points, criteria, comment } = last.decision;
  page.decide(card, { points, criteria, comment }, "redo");
  card.restore();
  goTo(card);
  say(marking_texts.said.redone(card.answer.number));
}

async function start() {
  overview = await ask("questions");
  which.replaceChildren(...overview.questions.map(({ key }) => h("option", { value: key })));
  const field = (/** @type {HTMLSelectElement} */ input, /** @type {string} */ label) => h("p", {}, h("label", { for: input.id }, label), input);
  const next = button("primary", page.next, {}, labels.next);
  at("bar").replaceChildren(field(which, labels.question), field(show, labels.show), h("p", { class: "marking-progress" }, count, progress, saved), h("p", { class: "marking-buttons" }, next, undoButton, redoButton));
  if (overview.second) show.querySelector("[value=different]")?.remove();
  const kept = sessionStorage.getItem(PLACE);
  const first = overview.questions.find(({ key }) => key === kept) ?? overview.questions[0];
  await open(first.key);
}

marking_net.listen({
  saved(wanted, said) {
    overview.steps = said.steps;
    const card = cards.find(({ answer }) => question?.key === wanted.key && answer.id === wanted.id);
    if (card && !unsaved()) {
      card.answer.decision = said.decision;
      card.update();
    }
    draw();
  },
  state: draw,
  trouble: (text) => at("trouble").replaceChildren(text),
  elsewhere: (text) => void (question && open(question.key).then(() => at("trouble").replaceChildren(text), complain)),
});
which.addEventListener("change", () => open(which.value).catch(complain));
show.addEventListener("change", filter);
addEventListener("beforeunload", (event) => {
  for (const card of cards) card.readComment();
  if (unsaved()) event.preventDefault();
});
start().catch(complain);
