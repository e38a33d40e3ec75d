/** German of the editor in which a facilitator puts an agenda together. */
import * as lead_texts from "./lead_texts.js";

const { several } = lead_texts;

export const title = "Ablauf bauen";
export const about = "Wählen Sie Schritte, Reihenfolge und Minuten. Der Raum merkt nichts davon, bis Sie den Ablauf nehmen.";
export const name = "Name des Ablaufs";
export const nameNow = "Eigener Ablauf";
export const from = "Beginnen mit";
export const fromHint = "Ein fertiger Ablauf als Vorlage. Was unten steht, wird ersetzt.";
export const load = "Vorlage nehmen";
export const begins = "Beginn (Uhrzeit)";
export const planned = "Geplante Minuten";
export const list = "Schritte der Reihe nach";
export const empty = "Noch kein Schritt. Fügen Sie unten den ersten hinzu.";
export const up = "Nach oben";
export const down = "Nach unten";
export const remove = "Entfernen";
export const minutes = "Minuten";
export const keys = "Mit der Tastatur: Alt und Pfeil nach oben oder unten verschiebt den Schritt.";
export const add = "Schritt hinzufügen";
export const addButton = "Hinzufügen";
export const frame = "Anfang, Pausen und Schluss";
export const take = "Gebauten Ablauf nehmen";
export const taken = "Der Ablauf ist da.";
export const save = "Als Datei sichern";
export const saved =
  "Die Datei liegt bei Ihren Downloads. Im Ordner „ablaeufe“ Ihres Betriebs steht der Ablauf beim nächsten Start zur Wahl.";
export const saveHint = "Die Datei gehört in den Ordner „ablaeufe“ Ihres Betriebs. So steht der Ablauf immer zur Wahl.";
export const wrongMinutes = "Bitte eine ganze Zahl von 1 bis 600.";
export const wrongTime = "Bitte eine Uhrzeit wie 9:00.";
export const header = "Ein eigener Ablauf. Die Datei gehört in den Ordner ablaeufe des Betriebs; ihr Name ist der Name des Ablaufs.";

/** @type {(what: string, title: string) => string} */
export const of = (what, title) => `${what}: ${title}`;
/** @param {string} title */
export const added = (title) => `Hinzugefügt: ${title}`;
/** @param {string} title */
export const removed = (title) => `Entfernt: ${title}`;
/** @type {(title: string, place: number) => string} */
export const moved = (title, place) => `${title} steht jetzt an Stelle ${place}.`;

/**
 * @param {number} total
 * @param {string} end when it ends
 * @param {number} planned
 */
export function sum(total, end, planned) {
  const by = total - planned;
  const beside = by === 0 ? "Das passt genau." : by > 0 ? `Das sind ${several(by, "Minute", "Minuten")} mehr als geplant.` : `${several(-by, "Minute", "Minuten")} sind noch frei.`;
  return `Zusammen ${several(total, "Minute", "Minuten")}, Ende um ${end} Uhr. ${beside}`;
}
