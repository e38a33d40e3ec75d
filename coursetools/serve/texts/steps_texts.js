/** What stands below a step. */

export const next = "Weiter";

/**
 * @param {number} at
 * @param {number} all
 */
export const place = (at, all) => `Schritt ${at} von ${all}`;

/**
 * @param {number} at
 * @param {string} title
 */
export const opened = (at, title) => `Schritt ${at} ist jetzt offen: ${title}`;
