/** What a plan says about a day. */

export const noDay = "Diesen Tag gibt es nicht. Bitte geben Sie Tag, Monat und Jahr an.";
export const over = "Dieser Tag ist schon vorbei. Ist die Zusage erfüllt? Sonst wählen Sie einen neuen Tag.";

/**
 * @param {string} first
 * @param {string} last
 */
export const years = (first, last) => `Bitte wählen Sie ein Jahr zwischen ${first} und ${last}.`;
