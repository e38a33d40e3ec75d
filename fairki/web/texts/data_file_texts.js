/** What the choice of a file says. */
import * as common_texts from "./common_texts.js";

/** @param {number} bytes */
const megabytes = (bytes) => `${common_texts.number(bytes / 1e6, bytes < 1e7 ? 1 : 0)}\u00a0MB`;

export const working = "Die Datei ist da. Jetzt wird sie gelesen …";
export const unreadable = "Ihr Browser kann diese Datei nicht lesen. Schließen Sie sie in anderen Programmen, und wählen Sie sie noch einmal.";

/**
 * @param {number} done
 * @param {number} all
 */
export const reading = (done, all) => `Die Datei wird geöffnet: ${megabytes(done)} von ${megabytes(all)} …`;

/** @param {number} most */
export const tooLarge = (most) =>
  `Die Datei ist zu groß. Hier gehen höchstens ${megabytes(most)}. Lassen Sie Spalten weg, die Sie nicht brauchen.`;
