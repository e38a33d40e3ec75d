/** What stands at the two hundred people whom a model sorts. */

export const invited = "eingeladen";
export const refused = "abgesagt";
export const again = "Noch einmal ansehen";
export const skip = "Überspringen";
export const back = "Zurück zu Ihren Karten";
export const one_card = "Und wenn Sie eine einzige Karte anders entschieden hätten?";
export const try_one = "Drehen Sie eine Karte um, und wieder zurück.";
export const as_decided = "Alle Karten wieder so, wie Sie entschieden haben.";

/** What each mark means. */
export const kinds = {
  yes: "voll: eingeladen",
  no: "leer: Absage",
  lost: "Absage, obwohl geeignet",
};

/** @param {number} people */
export const play = (people) => `${people} Bewerbungen entscheiden lassen`;

/**
 * Behind the number of those invited.
 * @param {number} n
 * @param {string} whom the group in the dative, or nothing
 */
export const of = (n, whom) => `von ${n}${whom ? ` ${whom}` : ""}`;

/** @param {number} of_100 */
export const even = (of_100) => `gleich: ${of_100}\u00a0%`;

/**
 * @param {number} number
 * @param {string} title
 * @param {boolean} invited
 */
export const card = (number, title, invited) => `Karte ${number}, ${title}: ${invited ? "eingeladen" : "Absage"}`;
