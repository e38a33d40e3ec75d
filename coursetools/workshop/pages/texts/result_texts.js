/** What stands at a result, beside what the workshop's own Python says. */

export const room = "So hat der Raum entschieden";
export const models = "So viele laden die Modelle ein";
export const women = "Frauen";
export const men = "Männer";
export const key = {
  chance: "Zufall allein",
  open: "Modell: offen (heißt nicht „fair“)",
  outside: "Modell: mehr als Zufall",
  sides: "links vom Strich: mehr Frauen, rechts: mehr Männer",
};
export const inKodex = "✓ im Kodex";
export const middle = "Zahlen in den Regeln: die Mitte aller Antworten";
export const rules = "Die Regeln des Raums";
export const found = "Das findet der Kodex";
export const texts = "Freie Antworten";
export const table = "Tabelle";
export const now = "Jetzt";
export const writes = "Das schreibt das Modell des Raums jetzt";
export const difference = "Unterschied bei „Potenzial zur Leitung“";
export const sidesOfHalves = "links vom Strich: mehr für „Frau“, rechts: mehr für „Herr“";
export const last = "So hat der Raum den letzten Satz gewählt";

/**
 * How likely the model promises something.
 * @param {string} name
 * @param {string} chance
 */
export const promises = (name, chance) => `Nach „${name}“ schreibt es in ${chance} der Fälle „Potenzial zur Leitung“.`;

/**
 * @param {string} gap
 * @param {string} verdict
 */
export const gap = (gap, verdict) => (gap ? `Abstand ${gap}: ${verdict}` : verdict);

/** @param {string} name */
export const named = (name) => `${name}: `;

/** @param {string} text */
export const quoted = (text) => `„${text}“`;
