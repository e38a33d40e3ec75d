/** Words that several blocks share and how numbers and dates are written. */

export const choose = "Bitte wählen";
export const cancel = "Abbrechen";
export const check = "Prüfen";

/** @param {string} name */
export const saved = (name) => `Die Datei ${name} liegt jetzt in Ihrem Download-Ordner.`;

/** @param {string} title */
export const table = (title) => `Tabelle: ${title}`;

/**
 * @param {number} value
 * @param {number} digits
 */
export const number = (value, digits) =>
  new Intl.NumberFormat("de-DE", { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** @param {Date} date */
export const day = (date) => date.toLocaleDateString("de-DE", { day: "numeric", month: "long", year: "numeric" });
