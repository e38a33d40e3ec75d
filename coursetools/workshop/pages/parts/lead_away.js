/** Those who take part without a phone (raised cards that are counted) or from afar (links to send). */
import * as away_texts from "../texts/away_texts.js";
import * as lead_pieces from "./lead_pieces.js";
import * as lead_room from "./lead_room.js";
import * as live from "./live.js";
import * as numbers from "../../../../fairki/web/numbers.js";

const { base, make } = live;
const { command, phase, say, state } = lead_room;
const { button } = lead_pieces;
const texts = away_texts;
/** @type {Map<string, string>} step, round and letter → what was typed, so that a wrong count can be put right */
const typed = new Map();

export function panel() {
  const { on } = state().cards;
  const toggle = make("input", {
    type: "checkbox",
    "data-name": "cards",
    checked: on,
    on: { change: (/** @type {any} */ event) => command("cards", { on: event.target.checked }, event.target.checked ? texts.cardsOn : texts.cardsOff) },
  });
  return make(
    "div",
    { class: "fk-panel" },
    make("h3", {}, texts.title),
    make("label", { class: "lead-check" }, toggle, make("span", {}, texts.cards)),
    make("p", {}, make("a", { href: `${base}leitung/karten`, target: "_blank", rel: "noopener", "data-name": "print-cards" }, texts.print)),
    on ? counting() : null,
    make("details", { "data-name": "far" }, make("summary", {}, texts.far), make("p", {}, texts.farText), link("far-join", texts.join, joining()), link("far-wall", texts.wall, watching()))
  );
}

function counting() {
  const now = phase();
  const { letters, counted } = state().cards;
  if (!now || now.state !== "open" || !letters.length) return make("p", { class: "lead-quiet" }, texts.notNow);
  const inputs = letters.map((one) => {
    const place = `${state().position} ${now.round} ${one.letter}`;
    const input = make("input", { id: `card-${one.letter}`, type: "text", inputmode: "numeric", value: typed.get(place) ?? "0", "data-name": `card ${one.letter}`, on: { input: () => typed.set(place, input.value) } });
    return input;
  });
  const take = () => {
    const numbersOf = inputs.map((input) => numbers.readings(input.value)[0]);
    if (!numbersOf.every((one) => Number.isInteger(one) && one >= 0)) return say(texts.wrong, true);
    const counts = Object.fromEntries(letters.map((one, at) => [one.id, numbersOf[at]]));
    return command("raised", { step: state().position, round: now.round, counts }, texts.taken);
  };
  return make(
    "div",
    { class: "lead-cards" },
    make("h4", {}, texts.count),
    make("p", { class: "lead-quiet" }, texts.countHint),
    letters.map((one, at) => make("div", {}, make("label", { for: `card-${one.letter}` }, texts.raised(one.letter, one.label)), inputs[at])),
    counted ? make("p", {}, texts.counted(counted)) : null,
    button("cards-take", texts.take, true, take)
  );
}

const joining = () => `${state().join.address}/${state().code}`;
const watching = () => state().join.address.replace(/\/mitmachen$/, "") + state().projector;

/**
 * @param {string} name
 * @param {string} label
 * @param {string} address
 */
function link(name, label, address) {
  const input = make("input", { id: name, type: "text", value: address, readonly: true, "data-name": name, on: { focus: () => input.select() } });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      say(texts.copied);
    } catch {
      input.focus(); // without https, browsers let nobody write to the clipboard
      say(texts.byHand, true);
    }
  };
  return make("div", { class: "lead-link" }, make("label", { for: name }, label), input, button(`${name}-copy`, texts.copy, true, copy, { "aria-label": `${texts.copy}: ${label}` }));
}
