/** German of the page on which free texts are marked. */

/** @param {number} value */
export const number = (value) => String(Math.round(value * 100) / 100).replace(".", ",");

/** @param {number} value */
export const points = (value) => `${number(value)} ${value === 1 ? "Punkt" : "Punkte"}`;

export const bar = {
  question: "Frage",
  show: "Anzeigen",
  all: "alle Antworten",
  open: "nur offene",
  different: "nur mit Unterschied",
  undo: "Zurücknehmen",
  redo: "Wiederholen",
  next: "Nächste offene",
  saved: "Gespeichert.",
  saving: "Wird gespeichert …",
  /** @type {(decided: number, number: number) => string} */
  progress: (decided, number) => `${decided} von ${number} bewertet`,
};

export const question = {
  task: "Die Frage",
  guidance: "Maßstab",
  keys: "Tasten",
  /** @param {number} count */
  help: (count) =>
    `Steht der Rahmen um eine Antwort, gelten diese Tasten: ${count ? `1 bis ${Math.min(9, count)} für die Kriterien, ` : ""}0 für keine Punkte, K für den Kommentar, N für die nächste offene Antwort, U für Zurücknehmen. Escape führt aus einem Feld zur Antwort.`,
  order: "Die Reihenfolge ist gemischt. Sie sagt nichts und bleibt bei dieser Frage immer gleich.",
};

export const card = {
  /** @param {number} at */
  name: (at) => `Antwort ${at}`,
  open: "offen",
  again: "bitte noch einmal ansehen",
  /** @param {string} text */
  done: (text) => `bewertet: ${text}`,
  /** @param {string} text */
  automatic: (text) => `automatisch: ${text}`,
  empty: "Hier lag keine Antwort vor.",
  cut: "Der Rest ist zu lang für diese Seite. Er steht im bewerteten Notebook.",
  /** @param {number} at */
  picture: (at) => `Bild ${at} zu dieser Antwort`,
  criteria: "Kriterien",
  points: "Punkte",
  /** @param {number} most */
  most: (most) => `von ${number(most)}`,
  none: "0 Punkte",
  keep: "So lassen",
  /** @param {number} value */
  byHand: (value) => `Von Hand geändert; aus den Kriterien: ${points(value)}.`,
  fromCriteria: "Aus den Kriterien",
  /** @param {number} value */
  extra: (value) => `Dazu kommt eine Zugabe aus dem Formgrader: ${points(value)}.`,
  /** @param {number} most */
  wrongPoints: (most) => `Bitte eine Zahl von 0 bis ${number(most)}.`,
  comment: "Kommentar",
  bank: "Sammlung",
  /** @param {number} count */
  bankOf: (count) => `Sammlung (${count})`,
  noBank: "Noch leer. Was Sie öfter schreiben, legen Sie mit „In die Sammlung“ hinein.",
  toBank: "In die Sammlung",
  anyway: "Es ist kein Name: aufnehmen",
  /** @param {string} text */
  remove: (text) => `Aus der Sammlung löschen: ${text}`,
  inBank: "Der Kommentar ist in der Sammlung.",
  /** @param {number[]} same @param {number[]} near */
  alike: (same, near) =>
    [
      same.length ? `Wort für Wort gleich wie ${several(same)}.` : "",
      near.length ? `Fast gleich wie ${several(near)}.` : "",
      "Das kann viele gute Gründe haben, zum Beispiel gemeinsames Arbeiten.",
    ]
      .filter(Boolean)
      .join(" "),
  /** @param {number} at */
  goTo: (at) => `Zu Antwort ${at}`,
};

/** @param {number[]} numbers */
function several(numbers) {
  const last = numbers[numbers.length - 1];
  return `Antwort ${numbers.length > 1 ? `${numbers.slice(0, -1).join(", ")} und ${last}` : last}`;
}

export const second = {
  title: "Zweitmeinung",
  why: "Eine zweite Person bewertet dieselben Antworten, ohne Namen, ohne Kürzel und ohne Ihre Punkte. Danach sehen Sie die Unterschiede und entscheiden. Namen, die jemand in die eigene Antwort schrieb, gehen mit.",
  away: "Datei speichern",
  how: "Die zweite Person öffnet sie mit",
  /** @param {string} name */
  command: (name) => `grade --bewerten --zweitmeinung ${name}`,
  back: "Datei zurückholen",
  /** @param {number} taken */
  taken: (taken) => `Zu ${taken} ${taken === 1 ? "Antwort" : "Antworten"} liegt jetzt eine Zweitmeinung vor.`,
  /** @type {(both: number, different: number) => string} */
  compared: (both, different) => `Beide bewertet: ${both}. Davon mit anderen Punkten: ${different}.`,
  same: "Zweitmeinung: dieselben Punkte.",
  different: "Zweitmeinung: andere Punkte.",
  waits: "Eine Zweitmeinung liegt vor. Sie sehen sie, wenn Sie selbst bewertet haben.",
  criterion: "Kriterium",
  you: "Sie",
  other: "Zweite Person",
  yes: "ja",
  no: "nein",
  take: "Zweitmeinung übernehmen",
  /** @param {string} slug @param {string} cell */
  file: (slug, cell) => `zweitmeinung_${slug}_${cell}.json`,
};

export const said = {
  /** @param {number} at */
  undone: (at) => `Zurückgenommen bei Antwort ${at}.`,
  /** @param {number} at */
  redone: (at) => `Wiederholt bei Antwort ${at}.`,
  nothing: "Es gibt nichts zurückzunehmen.",
  allDone: "Alle Antworten sind bewertet.",
  noneFits: "Dazu gibt es keine Antwort.",
  lost: "Nicht gespeichert: Der Befehl antwortet nicht. Lassen Sie diese Seite offen; sie versucht es weiter. Läuft der Befehl nicht mehr? Schreiben Sie ab, was noch nicht gespeichert ist, und starten Sie ihn neu.",
  gone: "Diese Seite gehört zu einem früheren Aufruf. Öffnen Sie die Adresse, die im Terminal steht.",
};
