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
