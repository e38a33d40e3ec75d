/** What stands on an exercise form, beside its questions. */

/** @param {string} title */
export const task = (title) => `Aufgabe ${title}`;

/** @param {string} title */
export const toTask = (title) => `Zu Aufgabe ${title}`;

/** What the checks say before their text, by the state of a verdict. */
export const verdicts = {
  filled: "Ausgefüllt.",
  told: "Ihr Ergebnis:",
  resolved: "Aufgelöst.",
  "not-yet": "Noch nicht.",
  hint: "Noch offen.",
};
export const wait = "Einen Moment bitte …";

export const handIn = {
  check: "Alles prüfen",
  save: "Abgabe speichern",
  resolve: "Ich lerne allein: auflösen",
  warning:
    "Dann steht unter jeder Aufgabe ein Lösungsweg. Ihre Antworten und Punkte bleiben, wie sie sind. In jeder Datei, die " +
    "Sie danach speichern, steht „Lösung angesehen“. So weiß es auch Ihre Kursleitung, falls Sie eine haben. Jetzt auflösen?",
  yes: "Ja, auflösen",
  no: "Nein, noch nicht",
  seen: "Lösung angesehen: Das steht auch in jeder Datei, die Sie ab jetzt speichern.",
};

export const worked = {
  many: "Eine gute Lösung von mehreren",
  one: "Richtig ist",
  same: "Das haben Sie auch gewählt.",
  read: "Zum Nachlesen:",
  /** @param {string} label */
  other: (label) => `Sie haben gewählt: „${label}“`,
  /** @param {string} title */
  title: (title) => `Lösungsweg zu ${title}`,
};
