/** The bar of the facilitator's page: clocks, and the buttons for the step and its votes. */
import * as lead_room from "./lead_room.js";
import * as lead_pieces from "./lead_pieces.js";

const { make, redraw } = window.fairkiLive;
const { at, command, minutes, part, phase, room, say, several, step, steps } = lead_room;
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
    redraw(part("clock"), "arrival", () => make("p", {}, make("strong", {}, "Ankommen"), " Die Uhr startet mit dem ersten Schritt."));
    return;
  }
  const spent = here + gone;
  const left = now.minutes * 60 - spent;
  const before = steps().slice(0, at()).reduce((sum, one) => sum + one.minutes, 0) * 60;
  const late = workshop + gone - before - Math.min(spent, now.minutes * 60);
  const [kind, text] = pace(left, late);
  redraw(part("clock"), [room.state.position, spent, workshop + gone, text], () => [
    make(
      "p",
      {},
      make("strong", {}, `Schritt ${at() + 1} von ${steps().length} · ${minutes(spent)}`),
      ` von ${now.minutes} Min. `,
      make("span", { class: "lead-quiet" }, `· Gesamt ${minutes(workshop + gone)} von ${room.sheet.agenda.minutes} Min.`)
    ),
    make("p", { class: `lead-pace lead-${kind}` }, text),
  ]);
  const warning = kind === "calm" ? "" : `${room.state.position} ${kind}`;
  if (warning && warning !== warned) say(text);
  warned = warning;
}
setInterval(tick, 1000);

// How the time stands, in friendly words.
function pace(left, late) {
  if (left < -SOON) return ["over", `${several(Math.floor(-left / 60), "Minute", "Minuten")} über der Zeit. Kommen Sie in Ruhe zum Schluss.`];
  if (left < 0) return ["over", "Die Zeit für diesen Schritt ist um."];
  if (left <= SOON) return ["soon", "Die letzte Minute für diesen Schritt läuft."];
  if (late > BEHIND) return ["late", `Etwa ${Math.round(late / 60)} Minuten hinter dem Plan. Das holen Sie auf, oder Sie lassen etwas weg.`];
  return ["calm", `Noch etwa ${several(Math.ceil(left / 60), "Minute", "Minuten")}. Sie liegen gut in der Zeit.`];
}

export function buttons() {
  const now = phase();
  const place = at();
  const before = place > 0 ? steps()[place - 1] : null;
  const after = steps()[place + 1] || null;
  const all = [
    button("back", "‹ Zurück", place >= 0, () => command("go", { step: before && before.id }), {
      "aria-label": `Zurück: ${before ? before.title : "Ankommen"}`,
    }),
  ];
  if (now) all.push(...voting(now));
  all.push(
    button("on", place < 0 ? "Workshop beginnen ›" : "Weiter ›", Boolean(after), () => command("go", { step: after.id }), {
      "aria-label": after ? `${place < 0 ? "Workshop beginnen" : "Weiter"}: ${after.title}` : "Weiter",
      main: place < 0 || !now || (now.state === "revealed" && !unfinished(now)),
    })
  );
  return all;
}

// Whether an activity with named rounds has another one to come.
const unfinished = (now) => now.round < now.names.length;

function voting(now) {
  const id = room.state.position;
  const { state: is, round, next } = now;
  const run = (name, values, done) => () => command(name, { step: id, ...values }, done);
  const named = now.names.length > 0;
  const missing = named && next !== null && now.answers < room.state.fewest;
  const following = named ? now.names[Math.min(round, now.names.length - 1)] : "";
  return [
    button("open", is === "closed" || is === "revealed" ? "Wieder öffnen" : "Öffnen", is !== "open", run("open", { round }, "Die Abstimmung ist offen."), {
      main: is === "hidden",
    }),
    button("close", is === "revealed" ? "Verbergen" : "Schließen", is === "open" || is === "revealed", run("close", {}, is === "revealed" ? "Das Ergebnis ist wieder verborgen." : "Die Abstimmung ist geschlossen."), {
      main: is === "open",
    }),
    button("reveal", "Zeigen", is === "closed" || is === "open", run("reveal", {}, "Alle sehen jetzt das Ergebnis."), { main: is === "closed" }),
    button("next", following ? `Nächste Runde: ${following}` : "Nächste Runde", next !== null && is !== "open" && !missing, run("open", { round: next }, `Runde ${next} ist offen.`), {
      main: is === "revealed" && unfinished(now),
    }),
    button("reset", "Zurücksetzen", is !== "hidden", () => confirmReset(id)),
  ];
}

function confirmReset(id) {
  const title = step().title;
  dialog("Abstimmung zurücksetzen?", [make("p", {}, `Alle Stimmen zu „${title}“ werden gelöscht, auch die aus früheren Runden. Danach können Sie neu öffnen.`)], [
    ["Zurücksetzen", () => command("reset", { step: id }, "Die Abstimmung ist zurückgesetzt.")],
  ]);
}
