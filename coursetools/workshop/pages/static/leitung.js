/**
 * The facilitator's page. It keeps nothing but its token: what it shows comes from the events, so two facilitators see
 * the same. Every command names its aim; a double click does no harm.
 */
import * as lead_room from "../parts/lead_room.js";
import * as lead_ask from "../parts/lead_ask.js";
import * as lead_bar from "../parts/lead_bar.js";
import * as lead_step from "../parts/lead_step.js";
import * as lead_time from "../parts/lead_time.js";
import * as lead_side from "../parts/lead_side.js";
import * as lead_away from "../parts/lead_away.js";
import * as lead_files from "../parts/lead_files.js";
import * as lead_settings from "../parts/lead_settings.js";
import * as live_texts from "../texts/live_texts.js";
import * as lead_texts from "../texts/lead_texts.js";
import * as live from "../parts/live.js";

const { keep, listen, make, redraw, put } = live;
const { ask, key, part, phase, room, say, touched, unknown } = lead_room;
let loading = false;

if (key) listen("leitung/ereignisse", key, { news, line: connected, over });
else over("unknown_token");

// ---- talking to the server ----

/** @param {any} fresh the state, or the word that the workshop has ended */
async function news(fresh) {
  if (fresh.ended) return over("ended");
  room.state = fresh;
  room.heard = Date.now();
  if (room.sheet && room.sheet.plan === fresh.plan) return draw();
  if (loading) return;
  loading = true;
  try {
    room.sheet = await ask("ablauf");
    draw();
  } catch (error) {
    say(error instanceof live.Refusal ? error.message : unknown(error), true);
    setTimeout(() => room.state && (!room.sheet || room.sheet.plan !== room.state.plan) && news(room.state), 3000);
  } finally {
    loading = false;
  }
}

let wasConnected = true;
/**
 * @param {boolean} yes
 * @param {string} why
 */
function connected(yes, why) {
  put(part("line"), yes ? live_texts.connected : why || lead_texts.connection.lost);
  part("line").className = yes ? "" : "lead-lost";
  if (yes && !wasConnected) say(lead_texts.connection.back);
  wasConnected = yes;
}

/** @param {string} word */
function over(word) {
  keep(lead_room.KEY, "");
  room.state = null;
  for (const id of ["agenda", "people", "line", "trouble", "votes", "texts", "ask", "sheet"]) part(id).replaceChildren();
  part("bar").hidden = true;
  /** @type {HTMLDialogElement} */ (part("dialog")).close();
  /** @type {HTMLElement} */ (document.querySelector(".lead-side")).hidden = true;
  const { title, text } = lead_texts.over[word === "ended" ? "ended" : "stranger"];
  redraw(part("now"), title, () => [make("h2", {}, title), make("p", {}, text)]);
}

// ---- what is where ----

function draw() {
  const { state, sheet } = room;
  if (!state || !sheet) return;
  part("bar").hidden = false;
  put(part("agenda"), [state.label, sheet.agenda.title].filter(Boolean).join(" · "));
  put(part("people"), lead_texts.people(state.people, state.connected));
  put(part("trouble"), state.trouble || "");
  const now = phase();
  redraw(part("buttons"), [state.position, state.plan, now], lead_bar.buttons);
  redraw(part("now"), [state.position, state.plan, state.projector], lead_step.current);
  redraw(
    part("votes"),
    [state.position, now, state.result, state.computing, state.too_few, state.new, state.people, state.fewest],
    lead_step.votes
  );
  redraw(part("texts"), [state.texts, now && now.free_text], lead_step.freeTexts);
  redraw(part("sheet"), [state.position, state.plan], lead_step.told);
  lead_ask.draw();
  redraw(part("join"), [state.position === null, state.join, state.code, state.seats, state.silent], lead_side.joining);
  redraw(part("time"), [Boolean(state.timer), state.timer && state.timer.running, state.rules], lead_time.panel);
  lead_time.time(state.timer);
  redraw(part("steps"), [state.position, state.plan, Object.values(state.phases).map((one) => one.state)], lead_side.runSheet);
  redraw(part("tools"), [state.projector, state.plan], lead_side.tools);
  redraw(part("away"), [state.cards, state.join, state.code, state.projector, now && [now.state, now.round]], lead_away.panel);
  redraw(part("files"), [state.earlier, state.beside], lead_files.files);
  redraw(part("settings"), [state.plan, state.fewest, touched()], lead_settings.settings);
  lead_bar.tick();
}
