/** What stands at questions of which one is shown at a time. */

export const overview = "Alle Fragen";
export const back = "Vorige Frage";
export const on = "Nächste Frage";
export const open = "noch offen";

/**
 * @param {number} at
 * @param {string} state
 */
export const part = (at, state) => `Frage ${at}: ${state}`;

/**
 * @param {number} done
 * @param {number} all
 */
export const done = (done, all) => `${done} von ${all} beantwortet`;
