/** The current step on the facilitator's page: what it is, its votes, its free texts. */
import * as lead_room from "./lead_room.js";
import * as lead_pieces from "./lead_pieces.js";

const { base, make } = window.fairkiLive;
const { at, command, lacking, phase, room, several, step, steps } = lead_room;
const { wall, words } = lead_pieces;

export function current() {
  const now = step();
  if (!now) {
    return [
      make("h2", {}, "Die Teilnehmenden kommen an"),
      make("p", {}, "Öffnen Sie die Leinwand. Alle sehen dort die Adresse und den Code. Wenn genug Personen da sind, beginnen Sie."),
      wall("fk-primary"),
    ];
  }
  return [
    make("h2", {}, now.title),
    make(
      "p",
      { class: "lead-quiet" },
      [kinds[now.kind], several(now.minutes, "Minute", "Minuten"), now.unit && `Einheit ${now.unit}`].filter(Boolean).join(" · ")
    ),
    now.goal ? make("p", {}, make("strong", {}, "Ziel: "), now.goal) : null,
    now.page ? coursePage(now) : null,
    at() === steps().length - 1 ? make("p", {}, "Das ist der letzte Schritt. Danach laden Sie das Protokoll und beenden den Workshop.") : null,
  ];
}
// In a step of this kind the page is what the room looks at.
function coursePage(now) {
  const needed = now.kind === "page";
  const look = needed ? "fk-button fk-primary" : null;
  return make(
    "p",
    {},
    make("a", { class: look, href: base + now.page.slice(1), target: "_blank", rel: "noopener" }, needed ? "Kursseite öffnen (neues Fenster)" : "Kursseite dazu in neuem Fenster öffnen"),
    needed ? make("span", { class: "lead-hint" }, "Ziehen Sie das Fenster auf den Projektor. Alle können die Seite auch auf ihrem Handy öffnen.") : null
  );
}
const kinds = { activity: "Abstimmung", talk: "Gespräch", page: "Kursseite auf der Leinwand", break: "Pause" };
const states = { hidden: "noch nicht geöffnet", open: "offen", closed: "geschlossen", revealed: "das Ergebnis ist zu sehen" };

export function votes() {
  const now = phase();
  if (!now) return null;
  const name = now.names.length ? ` (${now.names[Math.min(now.round, now.names.length) - 1]})` : "";
  const earlier = now.rounds.slice(0, -1).map((number, place) => `Runde ${place + 1}: ${number}`);
  const inParts = Boolean(room.state.public && room.state.public.cards); // an answer comes card by card: finished ones count
  const head = make(
    "p",
    { class: "lead-count" },
    make("strong", {}, String(now.finished)),
    inParts ? ` von ${room.state.people} fertig` : ` von ${several(room.state.people, "Person hat", "Personen haben")} geantwortet`
  );
  const begun = now.answers - now.finished;
  const about = [begun ? `${several(begun, "Gerät hat", "Geräte haben")} angefangen.` : "", `Runde ${now.round}${name}: ${states[now.state]}.`, earlier.length ? `Antworten vorher: ${earlier.join(", ")}.` : ""];
  return make(
    "div",
    { class: "fk-panel" },
    make("h3", {}, "Abstimmung"),
    head,
    make("p", { class: "lead-quiet" }, about.filter(Boolean).join(" ")),
    preview(now)
  );
}

function preview(now) {
  if (now.state === "hidden") return make("p", {}, "Die Leinwand und die Handys zeigen die Frage, sobald Sie öffnen.");
  if (now.state === "open") {
    const missing = room.state.fewest - now.finished;
    const enough = missing > 0 ? `Für ein Ergebnis ${lacking(missing)}.` : "Es sind genug Antworten für ein Ergebnis.";
    return make("p", {}, `${enough} Niemand sieht etwas davon, bevor Sie schließen.`);
  }
  if (room.state.too_few) return make("p", {}, `Es ${lacking(room.state.too_few)}. Ein Ergebnis gibt es ab ${room.state.fewest}. Sie können wieder öffnen.`);
  if (!room.state.result) return make("p", {}, "Das Ergebnis wird berechnet. Das dauert nur wenige Sekunden.");
  const seen = now.state === "revealed";
  const late = room.state.new && several(room.state.new.answers, "Antwort ist", "Antworten sind");
  return [
    late ? make("p", {}, `${late} seit der letzten Anzeige neu und noch nicht im Ergebnis. Neue Zahlen gibt es, wenn noch ${several(room.state.new.missing, "neue Antwort kommt", "neue Antworten kommen")}. So bleibt jede einzelne geheim.`) : null,
    make(
      "details",
      { class: "lead-preview", open: true },
      make("summary", {}, seen ? "Das sieht der Raum gerade" : "Vorschau: Das sehen nur Sie"),
      window.fairkiResult.draw(room.state.result, 4)
    ),
  ];
}

export function texts() {
  const now = phase();
  if (!now || now.free_text === null) return null;
  const id = room.state.position;
  const shown = room.state.texts.filter((one) => one.shown).length;
  return make(
    "div",
    { class: "fk-panel" },
    make("h3", {}, "Freie Antworten"),
    make(
      "label",
      { class: "lead-check" },
      make("input", {
        type: "checkbox",
        "data-name": "free",
        checked: now.free_text,
        on: {
          change: (event) =>
            command("free_text", { step: id, on: event.target.checked }, event.target.checked ? "Freie Antworten sind erlaubt." : "Freie Antworten sind aus."),
        },
      }),
      make("span", {}, "Freie Antworten erlauben. Sie lesen jeden Text zuerst.")
    ),
    room.state.texts.length
      ? [
          make("p", { class: "lead-quiet" }, `${several(room.state.texts.length, "Text", "Texte")}, davon ${shown} freigegeben. Zeigen Sie nichts mit Namen.`),
          make("ul", { class: "lead-texts" }, room.state.texts.map((one) => moderated(id, one))),
        ]
      : now.free_text
        ? make("p", { class: "lead-quiet" }, `Texte erscheinen hier ab ${room.state.fewest} Antworten.`)
        : null
  );
}

function moderated(id, one) {
  const what = one.shown ? "Wieder verbergen" : "Freigeben";
  return make(
    "li",
    {},
    make("p", {}, one.text, one.shown ? make("strong", {}, " ✓ freigegeben") : null),
    make(
      "button",
      {
        type: "button",
        class: "fk-button fk-secondary",
        "data-name": `text ${one.text}`,
        "aria-label": `${what}: ${one.text}`,
        on: { click: () => command("moderate", { step: id, text: one.text, shown: !one.shown }) },
      },
      what
    )
  );
}

export function beginning() {
  return [make("h3", {}, "Damit beginnen Sie"), words(steps()[0], false)];
}
