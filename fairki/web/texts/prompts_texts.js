/** What the list of prompts says. */
import * as common_texts from "./common_texts.js";

/**
 * @param {number} at
 * @param {number} all
 */
export const place = (at, all) => `Auftrag ${common_texts.number(at, 0)} von ${common_texts.number(all, 0)}`;

/**
 * @param {number} given
 * @param {number} all
 */
export const given = (given, all) =>
  given === all
    ? "Alle Antworten sind da."
    : `${common_texts.number(given, 0)} von ${common_texts.number(all, 0)} Antworten sind da.`;

export const prompt = "Diesen Auftrag geben Sie der KI";
export const answer = "Die Antwort der KI, ganz und unverändert";
export const copy = "Auftrag kopieren";
export const copied = "Der Auftrag ist kopiert.";
export const selected = "Der Auftrag ist markiert. Kopieren Sie ihn mit Strg+C.";
export const back = "Zurück";
export const next = "Weiter";
export const open = "Zum nächsten ohne Antwort";
