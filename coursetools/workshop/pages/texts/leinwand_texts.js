/** All German of the projector. */

export const stranger = {
  title: "Diese Leinwand ist noch nicht verbunden",
  text: "Öffnen Sie sie auf der Seite „Workshop leiten“ mit dem Knopf „Leinwand öffnen“.",
};
export const lost = "Verbindung unterbrochen. Gleich geht es weiter.";

export const arrival = {
  title: "Willkommen! Machen Sie mit.",
  how: "Code mit der Kamera lesen oder diese Adresse öffnen:",
  code: "Code: ",
  promise: "Ohne Namen, ohne Konto, ohne App. Am Ende wird alles gelöscht.",
  qr: "QR-Code zum Mitmachen",
};

/** @param {number} count */
export function people(count) {
  if (!count) return "Noch ist niemand dabei.";
  return count === 1 ? "1 Gerät ist dabei." : `${count} Geräte sind dabei.`;
}

/**
 * What stands behind the number of answers.
 * @param {number} finished
 */
export const answers = (finished) => (finished === 1 ? "Antwort" : "Antworten");

/** @param {number} people */
export const ofPeople = (people) => `von ${people} fertig`;

/**
 * Between two activities, by the kind of a step.
 * @type {Record<string, string>}
 */
export const between = {
  break: "Wir machen eine Pause. Lassen Sie Ihr Handy einfach so.",
  page: "Dazu sehen wir uns gemeinsam eine Seite im Kurs an. Auch Ihr Handy führt dorthin.",
};

export const activity = {
  soon: "Gleich kommt eine Frage auf Ihr Handy.",
  computing: "Das Ergebnis wird gerade berechnet …",
  result: "Das Ergebnis kommt gleich.",
  open: "Jetzt abstimmen",
  closed: "Die Abstimmung ist geschlossen.",
  /** @param {number} round */
  round: (round) => `Runde ${round}`,
};

export const rules = "Unsere Spielregeln";

/** Before the address and before the code at the foot of the screen. */
export const foot = { join: "Mitmachen: ", code: " · Code " };

export const farewell = { title: "Vielen Dank!", text: "Der Workshop ist beendet. Alle Antworten sind gelöscht." };
