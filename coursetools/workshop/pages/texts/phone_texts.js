/** All German of the vote page. Plain JavaScript of 2017, like all of it. */

/** Where a phone comes in. */
export const entrance = {
  join: "Mitmachen",
  connecting: "Die Seite verbindet sich …",
  seat: {
    title: "Ihr Platz im Workshop",
    label: "Platzcode von Ihrer Karte",
    wrong: "Bitte geben Sie den Platzcode von Ihrer Karte ein.",
    unknown: "Diesen Platzcode gibt es hier nicht. Bitte sehen Sie auf Ihrer Karte nach.",
  },
  code: {
    title: "Beim Workshop mitmachen",
    label: "Code von der Leinwand",
    wrong: "Bitte geben Sie den Code ein, der auf der Leinwand steht.",
    unknown: "Diesen Workshop gibt es nicht (mehr). Bitte prüfen Sie den Code.",
  },
};

/** How the connection stands. */
export const line = {
  connected: "verbunden",
  pause: "Der Workshop wird gerade neu gestartet. Gleich geht es von selbst weiter; Ihre Stimmen sind gespeichert.",
  lost: "Verbindung unterbrochen. Es geht gleich weiter.",
  stranger: "Das Netz antwortet anstelle des Workshops. Melden Sie sich im WLAN an.",
  none: "Keine Verbindung zum Workshop. Prüfen Sie das WLAN.",
  /** @param {string} why */
  again: (why) => `${why} Die Seite versucht es weiter.`,
};

/** What happens to a vote. */
export const vote = {
  waits: "Noch nicht gespeichert: Ihre Stimme wartet auf die Verbindung. Sie geht nicht verloren.",
  sent: "Ihre Stimme ist unterwegs …",
  saved: "✓ Ihre Stimme ist gespeichert.",
  give: "Abgeben",
  change: "Antwort ändern",
  changed: "Geändert, aber noch nicht gespeichert.",
  /** @param {string} why */
  unsaved: (why) => `${why} Ihre Stimme wartet hier und ist noch nicht gespeichert.`,
  /**
   * @param {number} done
   * @param {number} all
   */
  savedPart: (done, all) => `✓ ${done} von ${all} gespeichert.`,
};

/**
 * What the workshop refuses, and what to do.
 * @param {{ error: string, remedy: string }} answer
 */
export const refused = (answer) => `${answer.error} ${answer.remedy}`;

/** What is shown while there is nothing to answer. */
export const step = {
  welcome: "Willkommen, Sie sind dabei!",
  begin: "Gleich geht es los. Lassen Sie diese Seite einfach offen.",
  closed: "Die Abstimmung ist geschlossen. Gleich sehen Sie das Ergebnis vorn.",
  soon: "Gleich kommt hier eine Frage.",
  unknown: "Diese Aktion gibt es auf diesem Gerät nicht. Schauen Sie bitte nach vorn.",
  pause: "Pause. Bis gleich!",
  page: "Dazu gibt es eine Seite im Kurs. Sie können sie auf Ihrem Gerät öffnen:",
  open: "Seite öffnen",
  back: "Danach kommen Sie hierher zurück.",
  ahead: "Schauen Sie nach vorn. Hier ist gerade nichts zu tun.",
  result: "Das Ergebnis sehen Sie vorn.",
  wholeResult: "Das ganze Bild sehen Sie vorn.",
  thanks: "Danke fürs Mitmachen!",
  over: "Der Workshop ist zu Ende. Ihre Stimmen wurden gelöscht.",
  course: "Zum Kurs",
};

/** Options to tick. */
export const options = {
  first: "Bitte wählen Sie zuerst eine Antwort.",
  /** @param {number} most */
  upTo: (most) => `Bis zu ${most} Antworten.`,
  /** @param {number} most */
  tooMany: (most) => `Mehr als ${most} geht nicht. Nehmen Sie zuerst einen Haken weg.`,
  /**
   * @param {number} picked
   * @param {number} most
   */
  picked: (picked, most) => `${picked} von ${most} gewählt. Danach unten abgeben.`,
  /** @param {number} place */
  place: (place) => ` Platz ${place}`,
};

/** A number to type. */
export const number = {
  slider: "Schätzung einstellen",
  /** @param {string} unit */
  unit: (unit) => ` (${unit})`,
  /**
   * @param {string} before
   * @param {string} low
   * @param {string} high
   */
  range: (before, low, high) => `Bitte ${before}eine Zahl von ${low} bis ${high}.`,
};

/** Cards of applicants. */
export const cards = {
  done: "Danke! Vorn geht es weiter, sobald alle fertig sind.",
  again: "Noch einmal von vorn ansehen",
  back: "Zurück",
  choices: [["ja", "Einladen"], ["nein", "Absagen"]],
  /** @param {number} all */
  finished: (all) => `Fertig: Sie haben über alle ${all} entschieden.`,
  /**
   * @param {string} question
   * @param {number} at
   * @param {number} all
   */
  place: (question, at, all) => `${question} Bewerbung\u00a0${at}\u00a0von\u00a0${all}`,
};

/** The Kodex of the room. */
export const kodex = {
  first: "Bitte wählen Sie mindestens eine Regel.",
  tooFew: "Für diese Runde haben noch zu wenige gewählt.",
  fill: "Bitte füllen Sie mindestens eine Lücke.",
  /** @param {number} most */
  choose: (most) => `Wählen Sie bis zu ${most} Regeln. Was Sie zuerst antippen, zählt am meisten.`,
  /** @param {string} question */
  blanks: (question) => `${question} Die Zahl im Satz ist ein Vorschlag. Was Sie leer lassen, zählt nicht mit.`,
};

/** Questions at the end. */
export const retrospective = {
  first: "Bitte beantworten Sie mindestens eine Frage.",
  read: "Die Workshopleitung liest den Text, bevor ihn andere sehen.",
};

/** A sentence about somebody: one word per blank. */
export const sentence = {
  first: "Bitte wählen Sie für jede Lücke ein Wort.",
  open: "…",
  /** @type {Record<string, string>} */
  blanks: { verb: "Erste Lücke", lob: "Zweite Lücke", ausblick: "Letzter Satz" },
};
