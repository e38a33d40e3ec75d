/** All German of the start page's script. */

export const goOn = "Weiter, wo ich aufgehört habe";
export const goOnNext = "Weiter mit der nächsten Einheit";
export const shortOn = "Weiter auf dem kurzen Weg";

/** @param {string} skipped questions, or "" */
export const done = (skipped) => `, fertig${skipped && ` (${skipped} übersprungen)`}`;

/** @param {string} questions */
export const open = (questions) => `, noch ${questions} offen`;

/**
 * @param {number} units
 * @param {number} all
 */
export const doneOf = (units, all) => (units ? ` · ${units} von ${all} fertig` : "");

/**
 * @param {number} module
 * @param {string} unit
 * @param {string | null} title
 */
export const place = (module, unit, title) => `Modul ${module}, Einheit ${unit}: ${title}`;
