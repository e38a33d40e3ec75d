/** What stands at a long list to pick from. */

export const search = "In der Liste suchen";
export const nothing = "Nichts gefunden. Versuchen Sie ein kürzeres oder ein anderes Wort.";

/**
 * @param {number} shown
 * @param {number} all
 */
export const found = (shown, all) => `${shown} von ${all} passen.`;

/**
 * Behind the name of a group.
 * @param {number} count
 */
export const picked = (count) => ` · ${count} gewählt`;

/**
 * @param {number} picked
 * @param {number} all
 * @param {string} mark
 * @param {number} marked
 */
export const totals = (picked, all, mark, marked) => `Gewählt: ${picked} von ${all} · ${mark}: ${marked}`;
