/** What stands at the blanks of a rule. Plain JavaScript of 2017, like `pattern_form.js`. */

export const choose = "Bitte wählen";

/** @param {number} value */
export const number = (value) => new Intl.NumberFormat("de-DE").format(value);

/**
 * @param {number} low
 * @param {number} high
 */
export const wholeNumber = (low, high) => `Bitte eine ganze Zahl von ${number(low)} bis ${number(high)} eingeben.`;

/** @param {string} label */
export const less = (label) => `${label} verringern`;

/** @param {string} label */
export const more = (label) => `${label} erhöhen`;
