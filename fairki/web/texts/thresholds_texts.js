/** What stands at two thresholds and four definitions of fairness. */

/** Who gets a credit and pays it back, by the kind of person in the picture. */
export const kinds = {
  "given-good": "Kredit, zahlt zurück",
  "given-bad": "Kredit, zahlt nicht zurück",
  "refused-good": "Absage, hätte zurückgezahlt",
  "refused-bad": "Absage, hätte nicht zurückgezahlt",
};
export const equal = "Gleiche Grenze für beide";
export const why = "Warum nicht alle vier zugleich gehen";
export const more = "mehr Zusagen";
export const less = "weniger Zusagen";
export const meet = "Bitte einstellen";
export const states = { holds: "erfüllt", fails: "nicht erfüllt", unknown: "nicht messbar" };
export const euro = "Euro";
export const and = " und ";

/** The rows of the table that shows why. */
export const rows = {
  odds: "Auf eine Person, die nicht zurückzahlt, kommen so viele, die zurückzahlen",
  precision: "mal: Ausfälle je Rückzahlung unter den Zusagen",
  hit: "mal: Von denen, die zurückzahlen, bekommen Kredit",
  wrong: "ergibt: Von denen, die nicht zurückzahlen, bekommen Kredit",
};
export const explained =
  "Die erste Zeile ändert kein Regler: So sind die Menschen in dieser Tabelle. Wer die zweite und dritte Zeile " +
  "angleicht, bekommt in der vierten ungleiche Zahlen. Das ist eine Rechenregel, keine Schwäche des Programms.";

/** Before and behind the sum that the bank earns. */
export const gain = ["Von 100 Anträgen aus beiden Gruppen verdient die Bank ", "."];

/** @param {string} shown a number as it is written */
export const gap = (shown) => `Abstand ${shown}\u00a0${shown === "1,0" ? "Punkt" : "Punkte"}`;

/** @param {string} group */
export const threshold = (group) => `Grenze für Personen ${group}`;

/** @param {string} chance */
export const from = (chance) => `ab ${chance}`;

/** @param {number} chance in percent */
export const spoken = (chance) => `Kredit ab ${chance} Prozent geschätzter Chance`;

/** @param {string} title */
export const meetOne = (title) => `Einstellen: ${title}`;

/**
 * @param {string[]} titles what holds
 * @param {number} all
 */
export const held = (titles, all) =>
  titles.length
    ? `${titles.length} von ${all} erfüllt: ${titles.map((title) => `„${title}“`).join(", ")}.`
    : `Keine von ${all} erfüllt.`;

/** @param {string} group */
export const people = (group) => `100 Personen ${group}`;

/**
 * @param {number} given
 * @param {number} lost
 * @param {number} refused
 */
export const counts = (given, lost, refused) =>
  `${given} bekommen Kredit, ${lost} davon zahlen nicht zurück. ` +
  `${refused} bekommen eine Absage, obwohl sie zurückgezahlt hätten.`;
