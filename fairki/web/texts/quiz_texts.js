/** What stands at a self-check. */

export const label = "Selbstcheck";
export const right = "Richtig.";
export const wrong = "Nicht richtig.";
export const notYet = "Noch nicht.";
export const isRight = "richtig beantwortet";
export const isNotYet = "beantwortet, noch nicht richtig";
export const first = "Bitte wählen Sie zuerst eine Antwort.";
export const fold = "Erklärungen einklappen";
export const unfold = "Alle Erklärungen zeigen";

/**
 * @param {number} at
 * @param {number} all
 */
export const place = (at, all) => `Frage ${at} von ${all}`;
