/** What stands at people on a line of scores, their thresholds and four definitions of fairness. */

/** Who gets a credit and pays it back, by the kind of person in the picture. */
export const kinds = {
  "given-good": "Kredit, zahlt zurück",
  "given-bad": "Kredit, zahlt nicht zurück",
  "refused-good": "Absage, hätte zurückgezahlt",
  "refused-bad": "Absage, hätte nicht zurückgezahlt",
};
export const why = "Warum nicht alle vier zugleich gehen";
export const meanings = "Was die vier bedeuten";
export const meet = "Einstellen";
export const states = { holds: "erfüllt", fails: "nicht erfüllt", unknown: "nicht messbar" };
export const euro = "Euro";

/** What a definition compares, before and behind the numbers. */
export const rates = {
  selected: ["Zusagen ", ""],
  hit: ["Zusagen ", " von denen, die zurückzahlen"],
  wrong: ["Zusagen ", " von denen, die nicht zurückzahlen"],
  precision: ["zurückgezahlt ", " der Kredite"],
};

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

/** The head of the table of numbers. */
export const group = "Gruppe";
export const columns = [
  "Grenze",
  "Zusagen im Bild",
  "davon zahlen nicht zurück",
  "Absagen, die zurückgezahlt hätten",
  "Zusagen",
  "Zusagen, wenn jemand zurückzahlt",
  "Zusagen, wenn jemand nicht zurückzahlt",
  "zurückgezahlte Kredite",
];

/**
 * Before and behind the sum that the bank earns.
 * @param {number} groups
 */
export const gain = (groups) => [`Von 100 Anträgen aus ${groups === 2 ? "beiden" : "allen"} Gruppen verdient die Bank `, "."];

/** @param {number} groups */
export const equal = (groups) => `Gleiche Grenze für ${groups === 2 ? "beide" : "alle"}`;

/** @param {string} shown a number as it is written */
export const gap = (shown) => `Abstand ${shown}\u00a0${shown === "1,0" ? "Punkt" : "Punkte"}`;

/** @param {string} group */
export const threshold = (group) => `Grenze für Personen ${group}`;

/**
 * @param {string[]} groups in this order stand the numbers of all groups
 * @param {number} tolerance in points
 */
export const order = (groups, tolerance) =>
  `Reihenfolge der Zahlen: ${groups.join(" · ")}. Ein Häkchen heißt: höchstens ${tolerance} Punkte Abstand.`;

/**
 * The numbers of all groups.
 * @param {number[]} shares
 */
export const row = (shares) => `${shares.map((share) => (Number.isNaN(share) ? "–" : Math.round(100 * share))).join(" · ")}\u00a0%`;

/**
 * What is written at a picture: refused, given, below the scale, the scale, its end.
 * @param {number} low
 * @param {number} high
 */
export const axis = (low, high) => ["Absage", "Zusage", `unter ${low}`, "Chance in Prozent", String(high)];

/**
 * @param {number} shown
 * @param {number} all
 */
export const sample = (shown, all) =>
  `Im Bild stehen ${shown} von ${all.toLocaleString("de-DE")} Personen. Für die Häkchen zählen alle.`;

/**
 * @param {number} chance in percent
 * @param {{ yes: number, lost: number, bad: number }} people in the picture
 */
export const spoken = (chance, { yes, lost, bad }) =>
  `Kredit ab ${chance} Prozent geschätzter Chance: ${yes} Zusagen, ${bad} davon zahlen nicht zurück. ` +
  `${lost} Absagen an Personen, die zurückgezahlt hätten.`;

/**
 * @param {number} yes
 * @param {number} all
 * @param {number} wrong
 */
export const said = (yes, all, wrong) => `${yes} von ${all} Zusagen · ${wrong} falsch`;

/** @param {string} title */
export const meetOne = (title) => `Einstellen: ${title}`;

/**
 * @param {number} on how many hold
 * @param {number} all
 * @param {number} wrong decisions in the picture
 * @param {number} people in the picture
 */
export const held = (on, all, wrong, people) =>
  `${on || "Keine"} von ${all} erfüllt. ${wrong} von ${people} Entscheidungen im Bild sind falsch.`;

/** @param {string[]} titles what holds */
export const named = (titles) => (titles.length ? `Erfüllt: ${titles.map((title) => `„${title}“`).join(", ")}.` : "");

/**
 * @param {number} tries
 * @param {number} best
 * @param {number} all
 */
export const tally = (tries, best, all) =>
  tries
    ? `Ihre Versuche: ${tries}. Bester: ${best} von ${all}.`
    : "Hier zählen wir mit: Jede Säule ist ein Versuch, jedes volle Kästchen ein Häkchen.";
