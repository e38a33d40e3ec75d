/** Earlier rooms: their figures stand beside those of this one, and promises are asked about. */
import * as earlier_texts from "../texts/earlier_texts.js";
import * as lead_pieces from "./lead_pieces.js";
import * as lead_room from "./lead_room.js";
import * as live from "./live.js";

const { make } = live;
const { ask, command, say, state, unknown } = lead_room;
const { button } = lead_pieces;
const texts = earlier_texts;
const LARGEST = 128 * 1024; // bytes

export function panel() {
  const { earlier } = state();
  const input = make("input", { type: "file", accept: ".json,application/json", class: "fk-only-heard", tabindex: "-1", "aria-hidden": "true", on: { change: () => input.files?.[0] && open(input.files[0]) } });
  return make(
    "details",
    { "data-name": "earlier-room", open: earlier !== null },
    make("summary", {}, texts.title),
    make("p", {}, texts.about),
    input,
    button("earlier", texts.open, true, () => input.click()),
    earlier ? known(earlier) : null
  );
}

/** @param {NonNullable<import("./lead_room.js").State["earlier"]>} earlier */
function known(earlier) {
  const { promises } = earlier;
  return [
    make("p", {}, texts.beside(state().beside)),
    promises.length ? [make("p", {}, texts.promises), make("ul", {}, promises.map((one) => make("li", {}, one)))] : make("p", {}, texts.noPromises),
    make(
      "div",
      { class: "lead-tools" },
      button("promises", texts.ask, promises.length > 0, () => command("promises", {}, texts.asked)),
      button("forget-earlier", texts.forget, true, () => command("forget_earlier", {}, texts.forgotten))
    ),
  ];
}

/** @param {File} file */
async function open(file) {
  let content = null;
  try {
    content = file.size <= LARGEST ? JSON.parse(await file.text()) : null;
  } catch {
    // what is no JSON is no file of a room
  }
  if (content === null || typeof content !== "object" || Array.isArray(content)) return say(texts.noFile, true);
  try {
    await ask("frueher", { body: content });
    return say(texts.opened);
  } catch (error) {
    return say(error instanceof live.Refusal ? error.message : unknown(error), true);
  }
}
