/** What a facilitator takes along: results in several forms, and the room's Kodex. */
import * as lead_earlier from "./lead_earlier.js";
import * as lead_room from "./lead_room.js";
import * as live from "./live.js";
import * as file_texts from "../texts/file_texts.js";

const { base, make } = live;
const { files: texts } = file_texts;
const OFFICE = "application/vnd.openxmlformats-officedocument.";

export function files() {
  /** @type {(name: string, text: string, run: () => unknown) => HTMLElement} */
  const one = (name, text, run) => make("button", { type: "button", class: "fk-button fk-secondary", "data-name": name, on: { click: run } }, text);
  /** @type {(path: string, type: string, text: string) => HTMLElement} */
  const office = (path, type, text) => one(path, text, () => lead_room.download(path, OFFICE + type, texts.saved(text)));
  /** @type {(path: string, text: string) => HTMLElement} */
  const plain = (path, text) => one(path, text, () => lead_room.downloadText(path, texts.saved(text)));
  return make(
    "div",
    { class: "fk-panel" },
    make("h3", {}, texts.title),
    make("p", { class: "lead-quiet" }, texts.text),
    make(
      "div",
      { class: "lead-tools" },
      one("protocol", texts.protocol, lead_room.protocol),
      office("ergebnisse.pptx", "presentationml.presentation", texts.slides),
      office("ergebnisse.xlsx", "spreadsheetml.sheet", texts.excel),
      plain("tabelle", texts.csv),
      make("a", { class: "fk-button fk-secondary", "data-name": "pictures", href: `${base}leitung/bilder#${lead_room.key}`, target: "_blank", rel: "noopener" }, texts.pictures),
      plain("kodex", texts.kodex),
      plain("raum", texts.room)
    ),
    make("p", { class: "lead-quiet" }, texts.kodexText),
    make("p", { class: "lead-quiet" }, texts.roomText),
    lead_earlier.panel()
  );
}
