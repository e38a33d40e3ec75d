/** The bar of the facilitator's page: clocks, and the buttons for the step and its votes. */
import * as lead_room from "./lead_room.js";
import * as lead_pieces from "./lead_pieces.js";
import * as live from "./live.js";
import * as lead_more_texts from "../texts/lead_more_texts.js";
import * as live_texts from "../texts/live_texts.js";

const { make, redraw } = live;
const { bar, clock } = lead_more_texts;
const { at, command, minutes, part, phase, room, say, sheet, state, step, steps } = lead_room;
const { button, dialog } = lead_pieces;

const SOON = 60; // s before the end of a step when the clock says so
const BEHIND = 120; // s that may be lost before the clock says so
let warned = ""; // the warning of the clock that was said last

export function tick() {
  if (!room.state || !room.sheet) return;
  const gone = Math.floor((Date.now() - room.heard) / 1000);
  const { workshop, step: here } = room.state.elapsed;
  const now = step();
  if (workshop === null || !now) {
    redraw(part("clock"), "arrival", () => make("p", {}, make("strong", {}, clock.arrival), clock.starts));
    return;
  }
  const spent = (here ?? 0) + gone;
  const left = now.minutes * 60 - spent;
  const before = steps().slice(0, at()).reduce((sum, one) => sum + one.minutes, 0) * 60;
  const late = workshop + gone - before - Math.min(spent, now.minutes * 60);
  const [kind, text] = pace(left, late);
  redraw(part("clock"), [state().position, spent, workshop + gone, text], () => [
    make(
      "p",
      {},
      make("strong", {}, clock.step(at() + 1, steps().length, minutes(spent))),
      clock.of(now.minutes),
      make("span", { class: "lead-quiet" }, clock.whole(minutes(workshop + gone), sheet().agenda.minutes))
    ),
    make("p", { class: `lead-pace lead-${kind}` }, text),
  ]);
  const warning = kind === "calm" ? "" : `${room.state.position} ${kind}`;
  if (warning && warning !== warned) say(text);
  warned = warning;
}
setInterval(tick, 1000);

/**
 * How the time stands, in friendly words.
 * @param {number} left seconds
 * @param {number} late seconds
 */
function pace(left, late) {
  if (left < -SOON) return ["over", clock.longOver(Math.floor(-left / 60))];
  if (left < 0) return ["over", clock.over];
  if (left <= SOON) return ["soon", clock.last];
  if (late > BEHIND) return ["late", clock.late(Math.round(late / 60))];
  return ["calm", clock.calm(Math.ceil(left / 60))];
}

export function buttons() {
  const now = phase();
  const place = at();
  const before = place > 0 ? steps()[place - 1] : null;
  const after = steps()[place + 1] || null;
  const all = [
    button("back", bar.back, place >= 0, () => command("go", { step: before && before.id }), {
      "aria-label": bar.backTo(before?.title),
    }),
  ];
  if (now) all.push(...voting(now));
  all.push(
    button("on", place < 0 ? bar.begin : bar.on, Boolean(after), () => command("go", { step: after?.id }), {
      "aria-label": after ? (place < 0 ? bar.beginWith(after.title) : bar.onTo(after.title)) : bar.nowhere,
      main: place < 0 || !now || (now.state === "revealed" && !unfinished(now)),
    })
  );
  return all;
}

// Whether an activity with named rounds has another one to come.
/** @param {import("./lead_room.js").Phase} now */
const unfinished = (now) => now.round < now.names.length;

/** @param {import("./lead_room.js").Phase} now */
function voting(now) {
  const id = state().position;
  const { state: is, round, next } = now;
  /** @type {(name: string, values: object, done?: string) => () => Promise<boolean>} */
  const run = (name, values, done) => () => command(name, { step: id, ...values }, done);
  const named = now.names.length > 0;
  const missing = named && next !== null && now.answers < state().fewest;
  const following = named ? live_texts.phases[now.names[Math.min(round, now.names.length - 1)]] : "";
  return [
    button("open", is === "closed" || is === "revealed" ? bar.openAgain : bar.open, is !== "open", run("open", { round }, bar.opened), {
      main: is === "hidden",
    }),
    button("close", is === "revealed" ? bar.hide : bar.close, is === "open" || is === "revealed", run("close", {}, is === "revealed" ? bar.hidden : bar.closed), {
      main: is === "open",
    }),
    button("reveal", bar.reveal, is === "closed" || is === "open", run("reveal", {}, bar.revealed), { main: is === "closed" }),
    button("next", following ? bar.nextNamed(following) : bar.next, next !== null && is !== "open" && !missing, run("open", { round: next }, bar.roundOpened(next ?? 0)), {
      main: is === "revealed" && unfinished(now),
    }),
    button("reset", bar.reset, is !== "hidden", () => confirmReset(id)),
  ];
}

/** @param {string | null} id */
function confirmReset(id) {
  const title = step()?.title ?? "";
  dialog(bar.resetTitle, [make("p", {}, bar.resetText(title))], [
    [bar.reset, () => command("reset", { step: id }, bar.wasReset)],
  ]);
}
