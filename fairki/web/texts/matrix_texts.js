/** What an audit says about rules and systems. */

/** „Wird die Regel eingehalten?“ in a word, by answer; also what was said at the first audit. */
export const answers = { ja: "ja", nein: "nein", offen: "offen" };
/** The same as a phrase. */
export const phrases = { ja: "Regel eingehalten", nein: "Regel verletzt", offen: "nicht beurteilbar" };
/** A rule and a system that have nothing to do with each other. */
export const rests = "betrifft dieses System nicht";
export const question = "Wird die Regel eingehalten?";
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

/** @param {string} word */
const several = (word) => (/** @type {number} */ count) => (count > 1 ? `${count} ${word}` : word);
/** @param {string} word */
const always = (word) => () => word;
/** @param {string} word */
const each = (word) => (/** @type {number} */ count) => `${count} ${word}`;

/**
 * More or fewer than before.
 * @param {number} change
 * @param {string} one
 * @param {string} many
 */
const moved = (change, one, many) =>
  change ? `${Math.abs(change)} ${Math.abs(change) === 1 ? one : many} ${change > 0 ? "mehr" : "weniger"}` : `gleich viele ${many}`;

/** The systems as cards, turned over one by one. */
export const cards = {
  skip: "Überspringen",
  solve: "Übersehenes zeigen",
  hide: "Übersehenes verbergen",
  hidden: "noch verdeckt",
  result: "Ergebnis",
  table: "Alle Karten als Tabelle",
  runs: "Alle Prüfungen",
  hint: "Jede Karte lässt sich öffnen. Dann lesen Sie, was jede Regel sagt.",
  /** What stands on a card. */
  marks: {
    found: several("gefunden"),
    missed: several("übersehen"),
    accused: always("zu Unrecht beanstandet"),
    alone: always("zu Recht in Ruhe gelassen"),
    still: always("kein Treffer"),
    nein: each("verletzt"),
    offen: each("offen"),
    ja: each("eingehalten"),
    rests: always("keine Regel"),
  },
  /** What is counted over all cards. */
  counts: {
    found: "Fehler gefunden",
    missed: "Fehler übersehen",
    accused: "zu Unrecht beanstandet",
    alone: "zu Recht in Ruhe gelassen",
  },
  /** What a card's evidence begins with. */
  evidence: {
    found: "Gefunden:",
    accused: "Zu Unrecht beanstandet:",
    missed: "Übersehen:",
    sound: "Hier ist kein Fehler eingebaut.",
  },
  arrow: "→",
  gap: "…",
  /**
   * @param {string} name
   * @param {string[]} marks
   */
  label: (name, marks) => `${name}: ${marks.join(", ")}`,
  /**
   * A long name may break after the s that joins two words.
   * @param {string} name
   */
  breakable: (name) => name.replace(/(ungs|heits|keits|schafts|ions)(?=\p{L}{4})/gu, "$1\u00ad"),
  /** @param {number} at */
  run: (at) => `${at}. Prüfung`,
  /** @param {number[]} counts the last one is that of now */
  heard: (counts) => (!counts.length ? "noch offen" : counts.length > 1 ? `vorher ${counts.slice(0, -1).join(", ")}, jetzt ${counts.at(-1)}` : String(counts[0])),
  /** @param {number} all */
  covered: (all) => `${all} Systeme liegen verdeckt. In welchen steckt ein Fehler?`,
  /**
   * @param {number} found
   * @param {number} planted
   * @param {number} accused
   */
  turned: (found, planted, accused) =>
    `Der Kodex findet ${found} von ${planted} Fehlern. ${accused === 1 ? "Ein System" : accused ? `${accused}\u00a0Systeme` : "Kein System"} beanstandet er zu Unrecht.`,
  /**
   * What differs from the audit before.
   * @param {number} found
   * @param {number} accused
   */
  compared: (found, accused) =>
    `Im Vergleich zur Prüfung davor: ${moved(found, "Fehler", "Fehler")} gefunden, ${moved(accused, "System", "Systeme")} zu Unrecht beanstandet.`,
  /** @param {number} missed systems in which something was missed */
  solved: (missed) =>
    `${missed ? `In ${missed} ${missed === 1 ? "System" : "Systemen"}` : "In keinem System"} steckt noch etwas, das keine Regel fand.`,
  /** @param {number} faults that no audit found so far */
  never: (faults) => (faults ? `${faults} Fehler fand bisher keine Ihrer Prüfungen.` : ""),
};
