/** What stands where the learner's own data is saved, loaded and deleted. */

export const label = "Ihr Stand auf diesem Gerät";
export const about = [
  "Ihre Antworten und Ihr Fortschritt liegen nur in diesem Browser.",
  "Der Kurs speichert nichts über Sie.",
  "Mit einer Datei nehmen Sie Ihren Stand auf ein anderes Gerät mit.",
].join(" ");
export const load = "Aus Datei laden";
export const loaded = "Ihr Stand ist geladen.";
export const notKept =
  "Dieser Browser bewahrt nichts auf (vielleicht ein privates Fenster). " +
  "Ihr Stand geht beim Schließen der Seite verloren. Sichern Sie ihn bei Bedarf als Datei.";
export const unchanged = "Ihr Stand wurde nicht verändert.";

/**
 * @param {number} answers
 * @param {number} units
 */
export const held = (answers, units) =>
  `Zurzeit gespeichert: ${answers} ${answers === 1 ? "Antwort" : "Antworten"}, ` +
  `${units} abgeschlossene ${units === 1 ? "Einheit" : "Einheiten"}.`;

export const replace = {
  title: "Stand ersetzen?",
  question: "Der Stand auf diesem Gerät wird durch die Datei ersetzt.",
  yes: "Ersetzen",
};

export const remove = {
  button: "Alles löschen",
  title: "Alles löschen?",
  question:
    "Alle Antworten und der Fortschritt auf diesem Gerät werden gelöscht, auch was beiseite liegt. " +
    "Das lässt sich nicht rückgängig machen.",
  done: "Alles ist gelöscht.",
};

/** States that were set aside. */
export const old = {
  one: "Daneben liegt ein alter Stand:",
  several: "Daneben liegen ältere Stände:",
  remove: "Alten Stand löschen",
  title: "Alten Stand löschen?",
  yes: "Löschen",
  done: "Der alte Stand ist gelöscht.",
  /** @param {string} date */
  label: (date) => `Stand vom ${date}`,
  /**
   * @param {string} date
   * @param {string} why
   */
  text: (date, why) => `Beiseitegelegt am ${date}. ${why}`,
  /** @param {string} date */
  question: (date) => `Der alte Stand, beiseitegelegt am ${date}, wird gelöscht. Das lässt sich nicht rückgängig machen.`,
};
