/**
 * What earlier versions of the course kept in the browser, brought to the form of today when it is read.
 *
 * STEPS[n - 1] makes answers of version n + 1 of those of version n. A step loses nothing: what it does not know
 * stays as it is, for the block whose answer it is to judge.
 */

import * as plain from "./plain.js";

const { isObject } = plain;

/** @typedef {Record<string, any>} Answers */
/** @typedef {Record<string, string>} Ids word that was kept → id that is kept now */

/** @type {((answers: Answers) => Answers)[]} */
const STEPS = [wordsBecomeIds];

/** The version of today. */
export const VERSION = STEPS.length + 1;

/**
 * Data of an earlier version as data of today; whatever else it is comes back as it is.
 * @param {any} data
 */
export function upToDate(data) {
  if (!isObject(data) || !isObject(data.answers) || !Number.isInteger(data.version)) return data;
  const { version } = data;
  if (version < 1 || version >= VERSION) return data;
  const answers = STEPS.slice(version - 1).reduce((before, step) => step(before), data.answers);
  return { ...data, version: VERSION, answers };
}

/** @type {Ids} */
const PRINCIPLES = {
  "Teilhabe und Partizipation": "teilhabe",
  Menschenzentrierung: "menschen",
  "Abwägung der Nutzung": "abwaegen",
  Kompetenzen: "kompetenzen",
};
/** @type {Record<string, Ids>} */
const STECKBRIEF = {
  verantwortlich: { "eine Person mit Namen": "person", "nur eine Abteilung": "abteilung" },
  lernziel: {
    "eigene frühere Entscheidungen": "entscheidungen",
    "Ersatzgröße wie Kosten oder Aufwand": "ersatzgroesse",
    "tatsächliches Ergebnis": "ergebnis",
  },
  mensch: { "bei knappen Fällen": "knappe", "bei allen Fällen": "alle" },
  hinweis: { "nur im Kleingedruckten": "kleingedruckt", "mit der Entscheidung": "mit", "vor der Entscheidung": "vor" },
  begruendung: { persönlich: "persoenlich" },
};

/** @type {Ids} */
const OCCASIONS = {
  "Einspruch von Aylin Demir": "direkt",
  "Einspruch von Katrin Lorenz": "stellvertreter",
  "Einspruch von Sofia Wagner": "unbegruendet",
  "Einspruch von Jan Petersen": "datenfehler",
};
const STANDARD_TITLE = "Unser KI-Kodex";

/**
 * Version 1 kept three answers in the words in which they were shown, a fourth as the name of the company, and with a
 * Kodex the name that the course gives to each.
 * @param {Answers} answers
 */
function wordsBecomeIds(answers) {
  const steckbriefe = answers["03.steckbriefe"];
  const history = answers["05.kodex.geschichte"];
  return {
    ...answers,
    ...("07.grundsatz" in answers ? { "07.grundsatz": idOf(PRINCIPLES, answers["07.grundsatz"]) } : {}),
    ...(isOneTick(answers["00.beispiel"]) ? { "00.beispiel": ["betrieb"] } : {}),
    ...(isObject(steckbriefe) ? { "03.steckbriefe": mapped(steckbriefe, (system) => steckbriefIds(system)) } : {}),
    ...("02.kodex" in answers ? { "02.kodex": withoutStandardTitle(answers["02.kodex"]) } : {}),
    ...(isObject(history) ? { "05.kodex.geschichte": historyIds(history) } : {}),
  };
}

/**
 * The question had one box to tick.
 * @param {any} given
 */
const isOneTick = (given) => Array.isArray(given) && given.length === 1 && typeof given[0] === "string";

/** @param {any} system */
const steckbriefIds = (system) =>
  isObject(system) ? mapped(system, (given, question) => idOf(STECKBRIEF[question], given)) : system;

/** @param {any} kodex */
function withoutStandardTitle(kodex) {
  if (!isObject(kodex) || kodex.titel !== STANDARD_TITLE) return kodex;
  const { titel, ...others } = kodex;
  return others;
}

/** @param {Record<string, any>} history */
function historyIds(history) {
  /** @param {any} version */
  const of = (version) => (isObject(version) ? { ...version, kodex: withoutStandardTitle(version.kodex) } : version);
  const { beginn, aenderungen } = history;
  if (!Array.isArray(aenderungen)) return history;
  const changes = aenderungen.map(of).map((change) =>
    isObject(change) ? { ...change, anlass: idOf(OCCASIONS, change.anlass) } : change,
  );
  return { ...history, beginn: of(beginn), aenderungen: changes };
}

/**
 * @param {Ids | undefined} ids
 * @param {any} word
 */
const idOf = (ids, word) => (ids && typeof word === "string" && Object.hasOwn(ids, word) ? ids[word] : word);

/**
 * @param {Record<string, any>} object
 * @param {(value: any, key: string) => any} change
 */
const mapped = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
