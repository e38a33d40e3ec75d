/** What stands beside a question with its guess. */

export const guess = {
  mine: "Ihre Schätzung",
  again: "Neu schätzen",
  first: "Bitte geben Sie zuerst Ihre Schätzung ab. Ein grober Eindruck genügt.",
};
export const decision = {
  mine: "Ihre Entscheidung",
  again: "Neu entscheiden",
  first: "Bitte wählen Sie zuerst aus.",
};
export const none = "noch keine Schätzung";
export const wait = "Einen Moment, die Antwort wird berechnet …";

/**
 * What was guessed, and whether it was right.
 * @param {string} mine
 * @param {string} shown
 * @param {string} verdict
 */
export const judged = (mine, shown, verdict) => {
  if (verdict === "right") return `✓ ${mine} stimmt: ${shown}`;
  return verdict === "other" ? `${mine}: ${shown} – es ist anders` : `${mine}: ${shown}`;
};
