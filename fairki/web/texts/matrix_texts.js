/** What an audit says about rules and systems. */

/** „Wird die Regel eingehalten?“ in a word, by answer; also what was said at the first audit. */
export const answers = { ja: "ja", nein: "nein", offen: "offen" };
/** The same as a phrase. */
export const phrases = { ja: "Regel eingehalten", nein: "Regel verletzt", offen: "nicht beurteilbar" };
/** A rule and a system that have nothing to do with each other. */
export const rests = "betrifft dieses System nicht";
export const question = "Wird die Regel eingehalten?";
export const choose = "Wählen Sie ein System. Dann lesen Sie, warum.";
export const framed = "gerahmt";
export const differs = "anders als bei Ihrer ersten Prüfung";
export const isNew = "(neu)";
export const newRule = "(neue Regel)";
export const system = "System";
export const kept = "eingehalten:";

/** @param {string} label */
export const caption = (label) => `${label}: ${question}`;

/** @param {string} answer */
export const before = (answer) => `(vorher ${answer})`;

/** @param {string} answer */
export const atFirst = (answer) => `(bei der ersten Prüfung: ${answer})`;
