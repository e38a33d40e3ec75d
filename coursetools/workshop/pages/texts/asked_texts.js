/** How a question stands on the projector, beside its own words. */

/** @param {number} count */
export const cards = (count) => `${count} Bewerbungen auf Ihrem Handy: einladen oder absagen.`;

/** @param {number} value */
const told = (value) => String(value).replace(".", ",").replace("-", "\u2212");

/**
 * @param {number} low
 * @param {number} high
 * @param {string} unit
 */
export const number = (low, high, unit) => `Schätzen Sie eine Zahl von ${told(low)} bis ${told(high)}${unit === "%" ? " %" : ""}.`;

/** @param {number} most */
export const rules = (most) => `Wählen Sie bis zu ${most} Regeln. Die wichtigste zuerst.`;

/** @param {number} most */
export const several = (most) => `Sie können bis zu ${most} Antworten wählen.`;

/**
 * @param {number} step
 * @param {string} meaning
 */
export const end = (step, meaning) => `${step} = ${meaning}`;

export const order = "Bringen Sie das auf Ihrem Handy in Ihre Reihenfolge.";

/** @param {number} most */
export const words = (most) => (most === 1 ? "Schreiben Sie ein Wort auf Ihr Handy." : `Schreiben Sie bis zu ${most} Wörter auf Ihr Handy.`);
export const text = "Schreiben Sie Ihre Antwort auf Ihr Handy.";
export const moderated = "Die Workshopleitung liest alles, bevor es hier steht.";
export const ask = "Stellen Sie Ihre Frage auf dem Handy, oder kreuzen Sie an, was Sie auch wissen möchten.";

/** @param {string} text */
export const answered = (text) => `✓ ${text} (beantwortet)`;

/** @type {Record<string, string>} */
export const groups = {
  random: "Ihr Handy sagt Ihnen, in welcher Gruppe Sie sind. Ein Gerät schreibt für alle.",
  colour: "Wählen Sie auf dem Handy die Farbe Ihrer Gruppe. Ein Gerät schreibt für alle.",
};
