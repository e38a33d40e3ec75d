/** All German of the facilitator's page, up to its clocks and settings (`lead_more_texts.js`). */

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
export const several = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @param {number} count */
const lacking = (count) => (count === 1 ? "fehlt noch 1 Antwort" : `fehlen noch ${count} Antworten`);

export const cancel = "Abbrechen";
export const join = "Mitmachen";

export const connection = {
  lost: "Verbindung unterbrochen. Die Seite versucht es weiter.",
  back: "Die Verbindung ist wieder da. Es ging nichts verloren.",
  /** @param {string} why */
  unknown: (why) =>
    `${why} Ihr Befehl ist vielleicht nicht angekommen. Wie es steht, sehen Sie, sobald oben wieder „verbunden“ steht.`,
};

export const over = {
  ended: {
    title: "Der Workshop ist beendet",
    text: "Alle Stimmen, Texte und Zugänge sind gelöscht. Sie können diese Seite schließen. Vielen Dank!",
  },
  stranger: {
    title: "Diese Seite gehört zu keinem Workshop",
    text:
      "Öffnen Sie die Adresse für die Leitung. Sie steht im Terminal, in dem der Workshop gestartet wurde. " +
      "Bitte übernehmen Sie die Adresse ganz, auch den Teil nach dem Zeichen #.",
  },
};

/**
 * @param {number} all
 * @param {number} connected
 */
export const people = (all, connected) => `${all} dabei, davon ${connected} gerade verbunden`;

export const files = {
  protocol: "Das Protokoll liegt bei Ihren Downloads.",
  cards: "Die Platzkarten liegen bei Ihren Downloads.",
  /** @param {string} why */
  failed: (why) => `Die Datei ließ sich nicht laden. ${why}`,
};

/** What to say in a step. */
export const words = {
  wall: "Leinwand öffnen",
  say: "Das sagen Sie",
  ask: "Das fragen Sie",
  expect: "Was geantwortet werden könnte",
  objections: "Einwände und gute Antworten",
  plan: "Plan B",
  begin: "Damit beginnen Sie",
  /** @param {string} text */
  quoted: (text) => `„${text}“`,
};

/** The current step. */
export const step = {
  arrival: "Die Teilnehmenden kommen an",
  arrivalText: "Öffnen Sie die Leinwand. Alle sehen dort die Adresse und den Code. Wenn genug Personen da sind, beginnen Sie.",
  goal: "Ziel: ",
  last: "Das ist der letzte Schritt. Danach laden Sie das Protokoll und beenden den Workshop.",
  openPage: "Kursseite öffnen (neues Fenster)",
  openPageToo: "Kursseite dazu in neuem Fenster öffnen",
  showPage: "Ziehen Sie das Fenster auf den Projektor. Alle können die Seite auch auf ihrem Handy öffnen.",
  /** @type {Record<string, string>} */
  kinds: { activity: "Abstimmung", talk: "Gespräch", page: "Kursseite auf der Leinwand", break: "Pause" },
  /** @param {number} minutes */
  minutes: (minutes) => several(minutes, "Minute", "Minuten"),
  /** @param {string} unit */
  unit: (unit) => `Einheit ${unit}`,
};

/** The votes of the current step. */
export const votes = {
  title: "Abstimmung",
  hidden: "Die Leinwand und die Handys zeigen die Frage, sobald Sie öffnen.",
  computing: "Das Ergebnis wird berechnet. Das dauert nur wenige Sekunden.",
  seen: "Das sieht der Raum gerade",
  preview: "Vorschau: Das sehen nur Sie",
  /** @type {Record<string, string>} */
  states: { hidden: "noch nicht geöffnet", open: "offen", closed: "geschlossen", revealed: "das Ergebnis ist zu sehen" },
  /** @param {number} people */
  finished: (people) => ` von ${people} fertig`,
  /** @param {number} people */
  answered: (people) => ` von ${several(people, "Person hat", "Personen haben")} geantwortet`,
  /** @param {number} devices */
  begun: (devices) => `${several(devices, "Gerät hat", "Geräte haben")} angefangen.`,
  /**
   * @param {number} round
   * @param {string} name
   * @param {string} state
   */
  round: (round, name, state) => `Runde ${round}${name && ` (${name})`}: ${state}.`,
  /** @param {number[]} numbers of answers, round by round */
  earlier: (numbers) => `Antworten vorher: ${numbers.map((number, at) => `Runde ${at + 1}: ${number}`).join(", ")}.`,
  /** @param {number} missing answers until there may be a result */
  open: (missing) =>
    `${missing > 0 ? `Für ein Ergebnis ${lacking(missing)}.` : "Es sind genug Antworten für ein Ergebnis."} ` +
    "Niemand sieht etwas davon, bevor Sie schließen.",
  /**
   * @param {number} missing
   * @param {number} fewest
   */
  tooFew: (missing, fewest) => `Es ${lacking(missing)}. Ein Ergebnis gibt es ab ${fewest}. Sie können wieder öffnen.`,
  /**
   * @param {number} answers
   * @param {number} missing
   */
  late: (answers, missing) =>
    `${several(answers, "Antwort ist", "Antworten sind")} seit der letzten Anzeige neu und noch nicht im Ergebnis. ` +
    `Neue Zahlen gibt es, wenn noch ${several(missing, "neue Antwort kommt", "neue Antworten kommen")}. ` +
    "So bleibt jede einzelne geheim.",
};

/** Free texts. */
export const texts = {
  title: "Freie Antworten",
  allow: "Freie Antworten erlauben. Sie lesen jeden Text zuerst.",
  on: "Freie Antworten sind erlaubt.",
  off: "Freie Antworten sind aus.",
  hide: "Wieder verbergen",
  show: "Freigeben",
  shown: " ✓ freigegeben",
  done: " ✓ beantwortet",
  answered: "Beantwortet",
  open: "Doch noch offen",
  /** @param {number} count */
  all: (count) => `Alle gelesen: ${count} Wörter freigeben`,
  /**
   * @param {number} all
   * @param {number} shown
   */
  count: (all, shown) => `${several(all, "Text", "Texte")}, davon ${shown} freigegeben. Zeigen Sie nichts mit Namen.`,
  /** @param {number} fewest */
  none: (fewest) => `Texte erscheinen hier ab ${fewest} Antworten.`,
  /**
   * @param {string} what
   * @param {string} text
   */
  about: (what, text) => `${what}: ${text}`,
};
