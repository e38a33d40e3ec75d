/** The projector: reads along and draws what the room may see. It can do nothing else. */
import * as asked from "../parts/asked.js";
import * as countdown from "../parts/countdown.js";
import * as live from "../parts/live.js";
import * as result from "../parts/result.js";
import * as leinwand_texts from "../texts/leinwand_texts.js";
import * as live_texts from "../texts/live_texts.js";

/**
 * What the room may know (`views.projector`).
 * @typedef {object} State
 * @property {boolean} ended
 * @property {string} title
 * @property {string} code
 * @property {{ address: string, qr: string }} join
 * @property {number} people
 * @property {import("../parts/countdown.js").Timer} timer
 * @property {string[] | null} rules the rules of play, if they are shown instead of the step
 * @property {Step | null} step
 */
/** @typedef {{ id: string, title: string, kind: string, ask?: string[], activity: Activity | null }} Step */
/**
 * @typedef {object} Activity
 * @property {string} kind
 * @property {"hidden" | "open" | "closed" | "revealed"} state
 * @property {number} round
 * @property {Record<string, any> | null} public
 * @property {number} finished
 * @property {import("../parts/result.js").Result | null} result
 * @property {boolean} computing
 */

const KEY = "fairki.leinwand";
const SMALLEST = 0.6; // of the wanted font size; what does not fit then can be scrolled
const STEP = 0.04;
const { token, keep, listen, make, redraw, put, addressed } = live;
/** @param {string} id */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const [main, line, corner, full] = ["main", "line", "corner", "full"].map(part);
const key = token(KEY);
const time = countdown.shown(part("timer"));
const cast = (document.body.dataset.cast ?? "").split(" ").filter(Boolean); // the drawn people of the company

if (key) listen("leinwand/ereignisse", key, { news, line: connected, over });
else over("unknown_token");

/** @param {string} word */
function over(word) {
  keep(KEY, "");
  line.textContent = "";
  time(null);
  if (word === "ended") show("end", farewell);
  else
    show("stranger", () => [
      make("h1", {}, leinwand_texts.stranger.title),
      make("p", { class: "screen-lead" }, leinwand_texts.stranger.text),
    ]);
  fit();
}

/**
 * @param {boolean} yes
 * @param {string} why
 */
function connected(yes, why) {
  put(line, yes ? "" : why || leinwand_texts.lost);
}

/** @param {State} state */
function news(state) {
  if (state.ended) return over("ended");
  const activity = state.step && state.step.activity;
  // Numbers change all the time: they are put into what is drawn, so that nothing flickers.
  const step = activity ? { ...state.step, activity: { ...activity, answers: 0, finished: 0 } } : state.step;
  time(state.timer);
  show({ ...state, revision: 0, people: 0, timer: null, step }, () => scene(state), state);
  put(main.querySelector(".screen-people"), leinwand_texts.people(state.people));
  if (activity) {
    // An answer that comes card by card counts when it is finished.
    const inParts = activity.public && activity.public.cards;
    put(main.querySelector(".screen-count strong"), String(activity.finished));
    put(main.querySelector(".screen-count > span"), inParts ? leinwand_texts.ofPeople(state.people) : leinwand_texts.answers(activity.finished));
  }
  fit(); // with all that stands there
}

/**
 * @param {unknown} what
 * @param {() => import("../parts/live.js").Child} build
 * @param {State | null} state
 */
function show(what, build, state = null) {
  redraw(main, what, build);
  redraw(corner, [state && state.title, state && state.join, state && state.code, main.dataset.scene], () => foot(state));
}

// ---- scenes ----

/** @param {State} state */
function scene(state) {
  const step = state.step;
  if (state.rules) return rules(state.rules);
  if (!step || step.id === "ankommen") return arrival(state);
  main.dataset.scene = step.activity ? step.activity.state : step.kind;
  const body = step.activity ? activity(step, step.activity) : between(step);
  return make("div", { class: "screen-stage" }, body);
}

/** @param {State} state */
function arrival(state) {
  const texts = leinwand_texts.arrival;
  main.dataset.scene = "arrival";
  return make(
    "div",
    { class: "screen-arrival" },
    make(
      "div",
      {},
      make("h1", {}, texts.title),
      make("p", { class: "screen-lead" }, texts.how),
      make("p", { class: "screen-address" }, addressed(state.join.address)),
      make("p", { class: "screen-lead" }, texts.code, make("strong", { class: "screen-code" }, state.code)),
      make("p", { class: "screen-people" }),
      make("p", { class: "screen-quiet" }, texts.promise)
    ),
    make("img", { class: "screen-qr", src: state.join.qr, alt: leinwand_texts.arrival.qr }),
    make("p", { class: "screen-cast", "aria-hidden": "true" }, ...cast.map((src) => make("img", { class: "fk-face", src, alt: "" })))
  );
}

/** @param {string[]} all */
function rules(all) {
  main.dataset.scene = "rules";
  return make("div", { class: "screen-stage" }, make("h1", { class: "screen-question" }, leinwand_texts.rules), asked.list(all));
}

/** @param {Step} step */
function between(step) {
  const text = leinwand_texts.between[step.kind];
  return [
    make("h1", { class: "screen-huge" }, step.title),
    text ? asked.lead(text) : null,
    step.ask && step.ask.length ? asked.list(step.ask) : null,
  ];
}

/**
 * @param {Step} step
 * @param {Activity} now
 */
function activity(step, now) {
  const texts = leinwand_texts.activity;
  if (now.state === "hidden")
    return [make("h1", { class: "screen-huge" }, step.title), make("p", { class: "screen-lead" }, texts.soon)];
  if (now.state === "revealed") {
    if (now.result) return result.draw(now.result, 1, true);
    const wait = now.computing ? texts.computing : texts.result;
    return [make("h1", {}, step.title), make("p", { class: "screen-lead" }, wait)];
  }
  const shown = now.public || {};
  return [
    make("p", { class: "screen-quiet" }, [step.title, live_texts.phases[shown.phase], round(now)].filter(Boolean).join(" · ")),
    make("h1", { class: "screen-question" }, asked.question(shown) || step.title),
    asked.choices(shown),
    make(
      "p",
      { class: "screen-count" },
      make("strong"),
      " ",
      make("span"),
      " ",
      make("span", { class: "screen-state" }, now.state === "open" ? texts.open : texts.closed)
    ),
  ];
}

/** @param {Activity} now */
function round(now) {
  return now.round > 1 && now.kind !== "kodex_vote" ? leinwand_texts.activity.round(now.round) : "";
}

/**
 * While people arrive the address is on the screen anyway; a result needs the room of the code.
 * @param {State | null} state
 */
function foot(state) {
  if (!state) return null;
  const title = make("p", {}, state.title);
  if (main.dataset.scene === "arrival") return title;
  return [
    title,
    make("p", {}, leinwand_texts.foot.join, addressed(state.join.address), leinwand_texts.foot.code, make("strong", {}, state.code)),
    main.dataset.scene === "revealed" ? null : make("img", { src: state.join.qr, alt: leinwand_texts.arrival.qr }),
  ];
}

function farewell() {
  main.dataset.scene = "end";
  return [
    make("h1", { class: "screen-huge" }, leinwand_texts.farewell.title),
    make("p", { class: "screen-lead" }, leinwand_texts.farewell.text),
  ];
}

// ---- as large as possible ----

function fit() {
  let scale = 1;
  do {
    main.style.setProperty("--scale", scale.toFixed(2));
    scale -= STEP;
  } while (scale >= SMALLEST && (main.scrollHeight > main.clientHeight + 1 || main.scrollWidth > main.clientWidth + 1));
}
window.addEventListener("resize", fit);

full.hidden = !document.fullscreenEnabled;
full.addEventListener("click", () => document.documentElement.requestFullscreen().catch(() => {}));
document.addEventListener("fullscreenchange", () => {
  full.hidden = Boolean(document.fullscreenElement);
});
