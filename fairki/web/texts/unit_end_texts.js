/** What stands at the end of a unit. */

export const selfCheck = "Prüfen Sie sich selbst";
export const finish = "Einheit abschließen";
export const wellDone = "Gut gemacht. Ihr Fortschritt ist auf diesem Gerät vermerkt.";
export const wellDoneLast = "Gut gemacht. Das war die letzte Einheit dieses Moduls.";
export const skipped = "Übersprungen (das sehen nur Sie):";
export const openHere = "In dieser Einheit ist noch offen:";
export const openElsewhere = "In diesem Modul sind noch offen:";
export const openElse = "Im Modul sind außerdem noch offen:";
export const leave = "Sie möchten etwas nicht beantworten? Dort steht auch „Weiter ohne Antwort“.";

export const overview = "Zur Übersicht: alle Module und Übungen";

/** @param {string} id */
export const finished = (id) => `Einheit ${id} abgeschlossen`;

/** @param {string} questions */
export const still = (questions) => `(noch ${questions})`;

/**
 * @param {number} missing
 * @param {string} questions
 */
export const stillOf = (missing, questions) => `(noch ${missing} von ${questions})`;

/**
 * @param {number} missing
 * @param {string} questions
 */
export const skippedOf = (missing, questions) => `(${missing} von ${questions})`;

/**
 * @param {string} id
 * @param {string} title
 */
export const next = (id, title) => `Weiter mit Einheit ${id}: ${title}`;

/**
 * @param {string} id
 * @param {string} title
 */
export const unit = (id, title) => `Einheit ${id}: ${title}`;

/** @param {string} title */
export const short = (title) => `Weiter auf dem kurzen Weg: ${title}`;

/** @param {string} module */
export const beyond = (module) => `Weiter mit ${module}`;
