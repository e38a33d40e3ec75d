/** Settings of a workshop, up to its end. */
import * as agenda_texts from "../texts/agenda_texts.js";
import * as lead_agenda from "./lead_agenda.js";
import * as lead_room from "./lead_room.js";
import * as lead_pieces from "./lead_pieces.js";
import * as numbers from "../../../../fairki/web/numbers.js";
import * as live from "./live.js";
import * as lead_more_texts from "../texts/lead_more_texts.js";

const { make } = live;
const { end, settings: texts } = lead_more_texts;
const { command, protocol, say, sheet, state, touched } = lead_room;
const { dialog } = lead_pieces;

export function settings() {
  return make(
    "div",
    { class: "fk-panel" },
    make("h3", {}, texts.title),
    make("details", { "data-name": "fewest" }, make("summary", {}, texts.fewest(state().fewest)), fewest()),
    make("details", { "data-name": "agenda" }, make("summary", {}, texts.agenda), touched() ? make("p", {}, texts.agendaFixed) : [ready(), own()]),
    touched() ? null : make("details", { "data-name": "build" }, make("summary", {}, agenda_texts.title), lead_agenda.editor()),
    make("details", { "data-name": "end" }, make("summary", {}, texts.end), ending())
  );
}

function fewest() {
  /** @type {HTMLInputElement} */
  const input = make("input", { id: "fewest", type: "text", inputmode: "numeric", value: String(state().fewest), "data-name": "fewest-number", on: { input: () => input.setCustomValidity("") } });
  return make(
    "form",
    {
      novalidate: true, // what is wrong is said in German, when the number is sent
      on: {
        submit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          const [number, other] = numbers.readings(input.value);
          const fits = Number.isInteger(number) && number >= 5 && number <= 50;
          const wrong = other !== undefined ? numbers.which(input.value) : fits ? "" : texts.wrongNumber;
          input.setCustomValidity(wrong);
          if (!input.reportValidity()) return;
          command("fewest", { number }, texts.fewestSet(number));
        },
      },
    },
    make("label", { for: "fewest" }, texts.fewestLabel),
    make("p", { class: "lead-quiet" }, texts.fewestHint),
    make("div", { class: "lead-line lead-give" }, input, make("button", { class: "fk-button fk-secondary" }, texts.take))
  );
}

function ready() {
  const select = make("select", { id: "ready", "data-name": "ready" }, sheet().agendas.map((one) => make("option", { value: one.id, selected: one.id === sheet().agenda.id }, texts.lasts(one.title, one.minutes))));
  return make(
    "form",
    {
      on: {
        submit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          command("agenda", { agenda: select.value }, texts.agendaTaken);
        },
      },
    },
    make("label", { for: "ready" }, texts.ready),
    select,
    make("button", { class: "fk-button fk-secondary" }, texts.takeReady)
  );
}

function own() {
  /** @type {Map<string, import("./lead_room.js").Unit[]>} */
  const modules = new Map();
  for (const unit of sheet().units) modules.set(unit.module, [...(modules.get(unit.module) || []), unit]);
  const sum = make("p", { class: "lead-quiet", role: "status" }, texts.nothing);
  /** @type {HTMLFormElement} */
  const form = make(
    "form",
    {
      on: {
        change: () => {
          const ticked = chosen();
          const total = sheet().units.filter((unit) => ticked.includes(unit.id)).reduce((all, unit) => all + unit.minutes, 0);
          sum.textContent = ticked.length ? texts.chosen(ticked.length, total) : texts.nothing;
        },
        submit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          if (chosen().length) command("agenda", { units: chosen() }, texts.ownTaken);
          else say(texts.atLeastOne, true);
        },
      },
    },
    make("p", { class: "lead-label" }, texts.own),
    [...modules].map(([module, units]) =>
      make(
        "fieldset",
        {},
        make("legend", {}, module),
        units.map((unit) => make("label", { class: "lead-check" }, make("input", { type: "checkbox", value: unit.id }), make("span", {}, texts.lasts(`${unit.number} ${unit.title}`, unit.minutes))))
      )
    ),
    sum,
    make("button", { class: "fk-button fk-secondary" }, texts.takeOwn)
  );
  const chosen = () => [.../** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(":checked"))].map((box) => box.value);
  return form;
}

function ending() {
  return [
    make("p", {}, end.text),
    make("button", { type: "button", class: "fk-button lead-danger", "data-name": "end-button", on: { click: askEnd } }, end.button),
  ];
}

function askEnd() {
  dialog(
    end.title,
    [
      make("p", {}, end.what),
      make("p", {}, make("button", { type: "button", class: "fk-button fk-secondary", on: { click: protocol } }, end.protocol)),
    ],
    [[end.on, askTwice]]
  );
}

function askTwice() {
  const input = make("input", { id: "word", type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  dialog(
    end.twice,
    [
      make("p", {}, end.devices(state().people)),
      make("p", {}, make("label", { for: "word" }, end.wordLabel), input),
    ],
    [
      [
        end.remove,
        () => {
          if (input.value.trim().toLowerCase() === end.word) return command("end", { confirm: "beenden" });
          say(end.wordMissing, true);
          input.focus();
          return "stay";
        },
        "lead-danger",
      ],
    ]
  );
  input.focus();
}
