/** The time that the facilitator gives the room, and the rules of play. */
import * as countdown from "./countdown.js";
import * as lead_pieces from "./lead_pieces.js";
import * as lead_room from "./lead_room.js";
import * as live from "./live.js";
import * as numbers from "../../../../fairki/web/numbers.js";
import * as time_texts from "../texts/time_texts.js";

const { make } = live;
const { command, state } = lead_room;
const { button } = lead_pieces;
const MOST = 120; // minutes

const clock = make("p", { class: "lead-countdown", role: "timer" });
/** Takes the time as each news tells it. */
export const time = countdown.shown(clock);

export function panel() {
  const texts = time_texts;
  const now = state().timer;
  /** @type {(name: string, text: string, usable: boolean, done: string, minutes?: number) => HTMLElement} */
  const action = (name, text, usable, done, minutes = 0) => button(name, text, usable, () => command("timer", { action: name, minutes }, done));
  return make(
    "div",
    { class: "fk-panel" },
    make("h3", {}, texts.title),
    clock,
    giving(now ? texts.anew : texts.start),
    now
      ? make(
          "div",
          { class: "lead-tools" },
          now.running ? action("pause", texts.pause, true, texts.paused) : action("on", texts.on, true, texts.runs),
          action("more", texts.more, true, texts.longer, 1),
          action("stop", texts.stop, true, texts.gone)
        )
      : null,
    make("p", { class: "lead-quiet" }, texts.hint),
    make(
      "label",
      { class: "lead-check" },
      make("input", {
        type: "checkbox",
        "data-name": "rules",
        checked: state().rules,
        on: { change: (/** @type {any} */ event) => command("rules", { on: event.target.checked }, event.target.checked ? texts.rulesOn : texts.rulesOff) },
      }),
      make("span", {}, texts.rules)
    )
  );
}

/** @param {string} text */
function giving(text) {
  /** @type {HTMLInputElement} */
  const input = make("input", { id: "minutes", type: "text", inputmode: "numeric", value: "5", "data-name": "minutes", on: { input: () => input.setCustomValidity("") } });
  return make(
    "form",
    {
      novalidate: true, // what is wrong is said in German, when the number is sent
      on: {
        submit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          const [number] = numbers.readings(input.value);
          input.setCustomValidity(Number.isInteger(number) && number >= 1 && number <= MOST ? "" : time_texts.wrong);
          if (!input.reportValidity()) return;
          command("timer", { action: "start", minutes: number }, time_texts.given(number));
        },
      },
    },
    make("label", { for: "minutes" }, time_texts.minutes),
    make("div", { class: "lead-line lead-give" }, input, make("button", { class: "fk-button fk-secondary", "data-name": "give" }, text))
  );
}
