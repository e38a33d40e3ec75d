/** All German of the page runtime. Plain JavaScript of 2017, because the vote page on phones uses some of it, too. */

/** What a page says about its connection and its work. */
export const page = {
  gone: "Die Seite war länger nicht verbunden. Ihre Eingaben sind in diesem Browser gespeichert.",
  full: "Gerade ist sehr viel los. Sie können schon lesen. Sobald ein Platz frei ist, geht es von selbst weiter. Ihre Eingaben gehen nicht verloren.",
  offline: "Die Verbindung ist unterbrochen. Sie können weiterlesen; die Seite verbindet sich von selbst wieder.",
  restarts:
    "Der Kurs macht gerade eine Pause, meist für einen Neustart. Sie können weiterlesen. Sobald er wieder da ist, geht es von selbst " +
    "weiter. Ihre Eingaben sind in diesem Browser gespeichert.",
  cut:
    "Diese Seite kann gerade nichts berechnen. Lesen, Wissensfragen und Drucken gehen weiter. Bitte sagen Sie der Person Bescheid, " +
    "die den Kurs betreut: Der Kurs antwortet, aber ein Proxy oder eine Firewall lässt keine WebSockets durch („Upgrade“).",
  error: "Da ist etwas schiefgegangen. Das liegt nicht an Ihnen. Ihre Eingaben sind in diesem Browser gespeichert.",
  reload: "Seite neu laden",
  close: "Schließen",
  working: "Wird berechnet …",
  stillWorking: "Das dauert noch etwas …",
  restoring: "Ihr Stand wird wiederhergestellt. Sie können schon weiterarbeiten.",
  stillRestoring: "Ihr Stand wird noch wiederhergestellt …",
  cannotShow: "Dieser Teil lässt sich hier nicht anzeigen.",
  notArrived: "Dieser Teil ist nicht angekommen. Prüfen Sie Ihr Netz, und laden Sie die Seite neu.",
  noWay:
    "Hier lässt sich nichts berechnen: Eine Datei des Kurses kam nicht an. Laden Sie die Seite neu. Hilft das nicht, sagen Sie bitte " +
    "der Person Bescheid, die den Kurs betreut. Lesen, Wissensfragen und Drucken gehen weiter.",
};

/** Why a file with kept answers cannot be used. */
export const file = {
  newer: () =>
    "Diese Datei stammt aus einer neueren Fassung des Kurses. Ihr Stand wurde nicht verändert. " +
    "Bitte öffnen Sie die Datei in der neueren Fassung.",
  /** @param {string} name what such a file is called */
  unreadable: (name) =>
    "Diese Datei lässt sich nicht lesen: Sie ist beschädigt oder stammt nicht aus diesem Kurs. " +
    `Ihr Stand wurde nicht verändert. Bitte wählen Sie eine Datei namens ${name} oder die Zip-Datei Ihrer Mappe.`,
};

/**
 * Asks what an ambiguous number means.
 * @param {string} typed
 * @param {string} large
 * @param {string} small
 */
export const which = (typed, large, small) => `„${typed}“ ist nicht eindeutig. Meinen Sie ${large} oder ${small}?`;
