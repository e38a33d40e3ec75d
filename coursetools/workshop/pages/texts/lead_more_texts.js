/** German of the facilitator's page: its clock and buttons, what stands beside the step, its settings. */
import * as lead_texts from "./lead_texts.js";

const { several } = lead_texts;

/** How the time stands, in friendly words. */
export const clock = {
  arrival: "Ankommen",
  starts: " Die Uhr startet mit dem ersten Schritt.",
  over: "Die Zeit für diesen Schritt ist um.",
  last: "Die letzte Minute für diesen Schritt läuft.",
  /**
   * @param {number} at
   * @param {number} all
   * @param {string} spent
   */
  step: (at, all, spent) => `Schritt ${at} von ${all} · ${spent}`,
  /** @param {number} minutes */
  of: (minutes) => ` von ${minutes} Min. `,
  /**
   * @param {string} spent
   * @param {number} minutes
   */
  whole: (spent, minutes) => `· Gesamt ${spent} von ${minutes} Min.`,
  /** @param {number} minutes */
  longOver: (minutes) => `${several(minutes, "Minute", "Minuten")} über der Zeit. Kommen Sie in Ruhe zum Schluss.`,
  /** @param {number} minutes */
  late: (minutes) => `Etwa ${minutes} Minuten hinter dem Plan. Das holen Sie auf, oder Sie lassen etwas weg.`,
  /** @param {number} minutes */
  calm: (minutes) => `Noch etwa ${several(minutes, "Minute", "Minuten")}. Sie liegen gut in der Zeit.`,
};

/** The buttons for the step and its votes, and what is said once they were pressed. */
export const bar = {
  back: "‹ Zurück",
  begin: "Workshop beginnen ›",
  on: "Weiter ›",
  nowhere: "Weiter",
  open: "Öffnen",
  openAgain: "Wieder öffnen",
  opened: "Die Abstimmung ist offen.",
  close: "Schließen",
  closed: "Die Abstimmung ist geschlossen.",
  hide: "Verbergen",
  hidden: "Das Ergebnis ist wieder verborgen.",
  reveal: "Zeigen",
  revealed: "Alle sehen jetzt das Ergebnis.",
  next: "Nächste Runde",
  reset: "Zurücksetzen",
  resetTitle: "Abstimmung zurücksetzen?",
  wasReset: "Die Abstimmung ist zurückgesetzt.",
  /** @param {string | undefined} title of the step before; there may be none */
  backTo: (title) => `Zurück: ${title ?? "Ankommen"}`,
  /** @param {string} title */
  beginWith: (title) => `Workshop beginnen: ${title}`,
  /** @param {string} title */
  onTo: (title) => `Weiter: ${title}`,
  /** @param {string} name */
  nextNamed: (name) => `Nächste Runde: ${name}`,
  /** @param {number} round */
  roundOpened: (round) => `Runde ${round} ist offen.`,
  /** @param {string} title */
  resetText: (title) =>
    `Alle Stimmen zu „${title}“ werden gelöscht, auch die aus früheren Runden. Danach können Sie neu öffnen.`,
};

/** How to join, the run sheet, projector and papers. */
export const side = {
  qr: "QR-Code zum Mitmachen",
  code: "Code: ",
  cards: "Platzkarten laden (Word)",
  addresses: "Handys finden die Seite nicht?",
  addressesText: "Dieser Rechner ist in mehreren Netzen. Wählen Sie die Adresse im Netz der Handys.",
  address: "Adresse auf der Leinwand",
  addressSet: "Die Leinwand zeigt jetzt diese Adresse.",
  silentText:
    "Sie sind beigetreten, aber nicht verbunden, und haben nie abgestimmt. Vielleicht ist jemand gegangen, oder ein " +
    "Gerät ist oft beigetreten. Wer zurückkommt, ist von selbst wieder dabei.",
  removeSilent: "Stumme Geräte entfernen",
  silentRemoved: "Die stummen Geräte sind entfernt.",
  now: "jetzt",
  voted: "abgestimmt",
  running: "Dieser Schritt läuft gerade.",
  go: "Zu diesem Schritt gehen",
  runSheet: "Ablauf",
  tools: "Leinwand und Unterlagen",
  print: "Dieser Ablauf zum Drucken",
  guides: "Alle Leitfäden",
  toolsText:
    "Ziehen Sie das Fenster der Leinwand auf den Projektor. Diese Seite hier bleibt bei Ihnen. Ihre Adresse gibt " +
    "allen Zugriff, die sie kennen.",
  /** @param {number} seats */
  seats: (seats) => `Nur mit Platzkarte: ${seats} Plätze.`,
  /** @param {number} devices */
  silent: (devices) => several(devices, "stummes Gerät", "stumme Geräte"),
  /** @param {number} minute */
  from: (minute) => `ab Min. ${minute}`,
  /** @param {number} minutes */
  minutes: (minutes) => `${minutes} Min.`,
  /** @param {string} title */
  gone: (title) => `Jetzt: ${title}`,
};

export const settings = {
  title: "Einstellungen",
  agenda: "Anderer Ablauf",
  agendaFixed:
    "Der Ablauf lässt sich nicht mehr tauschen, weil schon abgestimmt wurde. Sie können aber zu jedem Schritt springen.",
  end: "Workshop beenden",
  wrongNumber: "Bitte eine ganze Zahl von 5 bis 50.",
  fewestLabel: "So viele Antworten braucht ein Ergebnis (5 bis 50)",
  fewestHint: "Sobald es Stimmen gibt, lässt sich die Zahl nur noch erhöhen.",
  take: "Übernehmen",
  ready: "Fertiger Ablauf",
  takeReady: "Diesen Ablauf nehmen",
  agendaTaken: "Der Ablauf ist gewechselt.",
  nothing: "Noch nichts ausgewählt.",
  ownTaken: "Der eigene Ablauf ist da.",
  atLeastOne: "Bitte kreuzen Sie mindestens eine Einheit an.",
  own: "Eigener Ablauf: Einheiten ankreuzen",
  takeOwn: "Eigenen Ablauf nehmen",
  /** @param {number} fewest */
  fewest: (fewest) => `Ergebnisse ab ${fewest} Antworten`,
  /** @param {number} fewest */
  fewestSet: (fewest) => `Ergebnisse erscheinen ab ${fewest} Antworten.`,
  /**
   * @param {string} title
   * @param {number} minutes
   */
  lasts: (title, minutes) => `${title} (${minutes} Min.)`,
  /**
   * @param {number} units
   * @param {number} minutes
   */
  chosen: (units, minutes) =>
    `${several(units, "Einheit", "Einheiten")}, etwa ${minutes} Minuten. Dazu kommen Anfang, Pausen und Schluss.`,
};

/** The end of a workshop. */
export const end = {
  text: "Am Ende wird alles gelöscht. Laden Sie vorher das Protokoll, wenn Sie es brauchen.",
  button: "Workshop beenden …",
  title: "Workshop beenden und alles löschen?",
  what:
    "Gelöscht werden für alle: alle Stimmen, alle Texte, alle Ergebnisse und alle Zugänge. " +
    "Das lässt sich nicht rückgängig machen.",
  protocol: "Vorher das Protokoll laden (Word)",
  on: "Weiter zum Löschen",
  twice: "Wirklich alles löschen?",
  word: "beenden",
  wordLabel: "Schreiben Sie zur Bestätigung: beenden",
  wordMissing: "Bitte schreiben Sie das Wort „beenden“ in das Feld.",
  remove: "Alles löschen",
  /** @param {number} devices */
  devices: (devices) =>
    `Es geht um die Antworten von ${several(devices, "Gerät", "Geräten")}. Danach ist nichts mehr da, auch nicht für Sie.`,
};
