/** What stands on a deck of cards, and what is read out. */

export const progress = "Entschiedene Karten";
export const applications = "Bewerbungen";
export const undo = "Letzte Entscheidung zurücknehmen";
export const change = "ändern";
export const replies = "Alle Karten und unsere Antworten";
export const again = "Noch einmal von vorn";
export const discard = "Ja, alle verwerfen";
export const ready = "Fertig";

/** What the bar of time says. */
export const timer = {
  label: "Zeitbalken",
  starts: "Die Zeit läuft ab Ihrer ersten Entscheidung.",
  off: "Ohne Zeitbalken: Nehmen Sie sich die Zeit, die Sie brauchen.",
  over: "Die Zeit ist um. Sie können trotzdem in Ruhe entscheiden.",
  /** @param {number} seconds */
  each: (seconds) => `Etwa ${seconds} Sekunden je Karte`,
};

/**
 * @param {number} at
 * @param {number} all
 */
export const place = (at, all) => `Karte ${at} von ${all}`;

/**
 * @param {string} choice
 * @param {string} next
 */
export const decided = (choice, next) => `${choice}. ${next}`;

/**
 * @param {string} choice
 * @param {number} all
 */
export const decidedAll = (choice, all) => `${choice}. Alle ${all} Karten sind entschieden.`;

/** @param {string} next */
export const undone = (next) => `Zurückgenommen. ${next}`;

/**
 * @param {string} title
 * @param {string} choice
 */
export const changed = (title, choice) => `${title}: jetzt ${choice}.`;

/** @param {string} next */
export const restarted = (next) => `Von vorn. ${next}`;

/** @param {number} all */
export const overview = (all) => `Ihre ${all} Entscheidungen`;

/** @param {string} title */
export const changeCard = (title) => `ändern: ${title}`;

/** @param {number} all */
export const discardAll = (all) => `Alle ${all} Entscheidungen verwerfen?`;

export const onward = "Weiter";

/** What is said to a choice where an answer is suggested. */
export const suggestion = {
  /** @param {string} choice */
  same: (choice) => `Wie unser Vorschlag: ${choice}.`,
  /**
   * @param {string} answer
   * @param {string} choice
   */
  other: (answer, choice) => `Unser Vorschlag: ${answer}. Ihre Wahl: ${choice}.`,
  /** @param {string} answer */
  answer: (answer) => `Unser Vorschlag: ${answer}`,
  /**
   * @param {number} agreed
   * @param {number} all
   */
  agreed: (agreed, all) => `${agreed} von ${all} wie unser Vorschlag`,
};

/** The same where the answer is known. @type {typeof suggestion} */
export const known = {
  same: (choice) => `Richtig: ${choice}.`,
  other: (answer, choice) => `Die Antwort ist: ${answer}. Ihre Wahl: ${choice}.`,
  answer: (answer) => `Antwort: ${answer}`,
  agreed: (agreed, all) => `${agreed} von ${all} richtig`,
};
