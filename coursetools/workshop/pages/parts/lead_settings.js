/** Settings of a workshop, up to its end. */
import * as lead_room from "./lead_room.js";
import * as lead_pieces from "./lead_pieces.js";
import * as numbers from "../../../../fairki/web/numbers.js";

const { make } = window.fairkiLive;
const { command, protocol, room, say, several, touched } = lead_room;
const { dialog } = lead_pieces;

export function settings() {
  return make(
    "div",
    { class: "fk-panel" },
    make("h3", {}, "Einstellungen"),
    make("details", { "data-name": "fewest" }, make("summary", {}, `Ergebnisse ab ${room.state.fewest} Antworten`), fewest()),
    make("details", { "data-name": "agenda" }, make("summary", {}, "Anderer Ablauf"), touched() ? make("p", {}, "Der Ablauf lässt sich nicht mehr tauschen, weil schon abgestimmt wurde. Sie können aber zu jedem Schritt springen.") : [ready(), own()]),
    make("details", { "data-name": "end" }, make("summary", {}, "Workshop beenden"), ending())
  );
}

function fewest() {
  const input = make("input", { id: "fewest", type: "text", inputmode: "numeric", value: String(room.state.fewest), "data-name": "fewest-number", on: { input: () => input.setCustomValidity("") } });
  return make(
    "form",
    {
      novalidate: true, // what is wrong is said in German, when the number is sent
      on: {
        submit: (event) => {
          event.preventDefault();
          const [number, other] = numbers.readings(input.value);
          const fits = Number.isInteger(number) && number >= 5 && number <= 50;
          const wrong = other !== undefined ? numbers.which(input.value) : fits ? "" : "Bitte eine ganze Zahl von 5 bis 50.";
          input.setCustomValidity(wrong);
          if (!input.reportValidity()) return;
          command("fewest", { number }, `Ergebnisse erscheinen ab ${number} Antworten.`);
        },
      },
    },
    make("label", { for: "fewest" }, "So viele Antworten braucht ein Ergebnis (5 bis 50)"),
    make("p", { class: "lead-quiet" }, "Sobald es Stimmen gibt, lässt sich die Zahl nur noch erhöhen."),
    make("div", { class: "lead-line" }, input, make("button", { class: "fk-button fk-secondary" }, "Übernehmen"))
  );
}

function ready() {
  const select = make("select", { id: "ready", "data-name": "ready" }, room.sheet.agendas.map((one) => make("option", { value: one.id, selected: one.id === room.sheet.agenda.id }, `${one.title} (${one.minutes} Min.)`)));
  return make(
    "form",
    {
      on: {
        submit: (event) => {
          event.preventDefault();
          command("agenda", { agenda: select.value }, "Der Ablauf ist gewechselt.");
        },
      },
    },
    make("label", { for: "ready" }, "Fertiger Ablauf"),
    select,
    make("button", { class: "fk-button fk-secondary" }, "Diesen Ablauf nehmen")
  );
}

function own() {
  const modules = new Map();
  for (const unit of room.sheet.units) modules.set(unit.module, [...(modules.get(unit.module) || []), unit]);
  const sum = make("p", { class: "lead-quiet", role: "status" }, "Noch nichts ausgewählt.");
  const form = make(
    "form",
    {
      on: {
        change: () => {
          const ticked = chosen();
          const total = room.sheet.units.filter((unit) => ticked.includes(unit.id)).reduce((all, unit) => all + unit.minutes, 0);
          sum.textContent = ticked.length ? `${several(ticked.length, "Einheit", "Einheiten")}, etwa ${total} Minuten. Dazu kommen Anfang, Pausen und Schluss.` : "Noch nichts ausgewählt.";
        },
        submit: (event) => {
          event.preventDefault();
          if (chosen().length) command("agenda", { units: chosen() }, "Der eigene Ablauf ist da.");
          else say("Bitte kreuzen Sie mindestens eine Einheit an.", true);
        },
      },
    },
    make("p", { class: "lead-label" }, "Eigener Ablauf: Einheiten ankreuzen"),
    [...modules].map(([module, units]) =>
      make(
        "fieldset",
        {},
        make("legend", {}, module),
        units.map((unit) => make("label", { class: "lead-check" }, make("input", { type: "checkbox", value: unit.id }), make("span", {}, `${unit.id} ${unit.title} (${unit.minutes} Min.)`)))
      )
    ),
    sum,
    make("button", { class: "fk-button fk-secondary" }, "Eigenen Ablauf nehmen")
  );
  const chosen = () => [...form.querySelectorAll(":checked")].map((box) => box.value);
  return form;
}

function ending() {
  return [
    make("p", {}, "Am Ende wird alles gelöscht. Laden Sie vorher das Protokoll, wenn Sie es brauchen."),
    make("button", { type: "button", class: "fk-button lead-danger", "data-name": "end-button", on: { click: askEnd } }, "Workshop beenden …"),
  ];
}

function askEnd() {
  dialog(
    "Workshop beenden und alles löschen?",
    [
      make("p", {}, "Gelöscht werden für alle: alle Stimmen, alle Texte, alle Ergebnisse und alle Zugänge. Das lässt sich nicht rückgängig machen."),
      make("p", {}, make("button", { type: "button", class: "fk-button fk-secondary", on: { click: protocol } }, "Vorher das Protokoll laden (Word)")),
    ],
    [["Weiter zum Löschen", askTwice]]
  );
}

function askTwice() {
  const input = make("input", { id: "word", type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  dialog(
    "Wirklich alles löschen?",
    [
      make("p", {}, `Es geht um die Antworten von ${several(room.state.people, "Gerät", "Geräten")}. Danach ist nichts mehr da, auch nicht für Sie.`),
      make("p", {}, make("label", { for: "word" }, "Schreiben Sie zur Bestätigung: beenden"), input),
    ],
    [
      [
        "Alles löschen",
        () => {
          if (input.value.trim().toLowerCase() === "beenden") return command("end", { confirm: "beenden" });
          say("Bitte schreiben Sie das Wort „beenden“ in das Feld.", true);
          input.focus();
          return "stay";
        },
        "lead-danger",
      ],
    ]
  );
  input.focus();
}
