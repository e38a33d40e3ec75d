/** What stands at the head of a module. */

export const done = "fertig";
export const here = "Sie sind hier";
export const allDone = "Alle Einheiten abgeschlossen";

/** @param {string} title */
export const units = (title) => `Einheiten: ${title}`;

/**
 * @param {number} count
 * @param {number} all
 * @param {number} minutes
 */
export const state = (count, all, minutes) => `${count} von ${all} Einheiten abgeschlossen, noch etwa ${minutes} Minuten`;

/** @param {string} questions */
export const still = (questions) => `noch ${questions}`;

/** @param {number} minutes */
export const takes = (minutes) => `${minutes} Minuten`;

/** @param {string} id */
export const unit = (id) => `Einheit ${id}: `;
