/** What an audit says about rules and systems. */

/** „Wird die Regel eingehalten?“ in a word, by answer; also what was said at the first audit. */
export const answers = { ja: "ja", nein: "nein", offen: "offen" };
/** The same as a phrase. */
export const phrases = { ja: "Regel eingehalten", nein: "Regel verletzt", offen: "nicht beurteilbar" };
/** A rule and a system that have nothing to do with each other. */
export const rests = "betrifft dieses System nicht";
export const question = "Wird die Regel eingehalten?";
export const choose = "Wählen Sie ein System. Dann lesen Sie, warum.";
export const framed = "gerahmt";
export const differs = "anders als bei Ihrer ersten Prüfung";
export const isNew = "(neu)";
export const newRule = "(neue Regel)";
export const system = "System";
export const kept = "eingehalten:";

/** @param {string} label */
export const caption = (label) => `${label}: ${question}`;

/** @param {string} answer */
export const before = (answer) => `(vorher ${answer})`;

/** @param {string} answer */
export const atFirst = (answer) => `(bei der ersten Prüfung: ${answer})`;

/** The systems as cards, turned over one by one. */
export const cards = {
  turn: "Karten umdrehen",
  skip: "Überspringen",
  solve: "Auflösen: Was wurde übersehen?",
  hide: "Auflösung verbergen",
  hidden: "noch verdeckt",
  result: "Ergebnis",
  table: "Alle Karten als Tabelle",
  hint: "Jede Karte lässt sich öffnen. Dann lesen Sie, was jede Regel sagt.",
  marks: {
    gefunden: "Fehler gefunden",
    uebersehen: "Fehler übersehen",
    beanstandet: "zu Unrecht beanstandet",
    ruhe: "zu Recht in Ruhe gelassen",
    still: "kein Treffer",
  },
  /**
   * @param {string} name
   * @param {string[]} marks
   */
  label: (name, marks) => `${name}: ${marks.join(", ")}`,
  /** @param {number} all */
  covered: (all) => `${all} Systeme liegen verdeckt. Was hat der Kodex gefunden?`,
  /**
   * @param {number} found
   * @param {number} all
   * @param {number} accused
   * @param {number} silent
   */
  turned: (found, all, accused, silent) =>
    `In ${found} von ${all} Systemen hat der Kodex einen Fehler gefunden. ${accused} hat er zu Unrecht beanstandet, bei ${silent} gibt es keinen Treffer.`,
  /**
   * @param {number} missed
   * @param {number} rightly
   */
  solved: (missed, rightly) =>
    `${missed ? `In ${missed} ${missed === 1 ? "System" : "Systemen"}` : "In keinem System"} steckt noch etwas, das keine Regel fand. ${rightly} hat der Kodex zu Recht in Ruhe gelassen.`,
};
