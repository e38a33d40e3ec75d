/** German of the facilitator's panel for those who take part without a phone or from afar. */

export const title = "Ohne Handy und aus der Ferne";
export const cards = "Antwortkarten zählen (die Leinwand zeigt Buchstaben)";
export const cardsOn = "Die Leinwand zeigt Buchstaben. Sie tragen ein, wie viele Karten oben sind.";
export const cardsOff = "Karten werden nicht mehr gezählt.";
export const print = "Antwortkarten drucken";
export const count = "Hochgehaltene Karten";
export const countHint = "Zählen Sie laut. Jede Karte ist eine Stimme wie vom Handy. Wer ein Handy hat, hält keine Karte hoch.";
export const take = "Eintragen";
export const taken = "Die Karten sind eingetragen.";
export const wrong = "Bitte ganze Zahlen, zum Beispiel 3 oder 0.";
export const notNow = "Bei dieser Frage lassen sich keine Karten zählen, oder die Abstimmung ist nicht offen.";
export const far = "Aus der Ferne dabei sein";
export const farText =
  "Wer nicht im Raum ist, braucht das Firmennetz (zum Beispiel über VPN), den Link zum Mitmachen und den Link der Leinwand. " +
  "Der Link der Leinwand zeigt nur, was alle sehen; steuern lässt sich damit nichts. In einer Videokonferenz teilen Sie " +
  "einfach das Fenster der Leinwand.";
export const join = "Link zum Mitmachen";
export const wall = "Link der Leinwand";
export const copy = "Kopieren";
export const copied = "Der Link ist kopiert.";
export const byHand = "Der Link ließ sich nicht kopieren. Markieren Sie ihn, und kopieren Sie ihn von Hand.";

/** @param {number} cards */
export const counted = (cards) => (cards === 1 ? "Eingetragen ist 1 Karte." : `Eingetragen sind ${cards} Karten.`);
/** @type {(letter: string, label: string) => string} */
export const raised = (letter, label) => `${letter} · ${label}`;
