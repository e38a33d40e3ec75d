/** What stands at the beginning of a text and the words that could come next. */

export const field = "Ihr Anfang in Stichwörtern";
export const example = "zum Beispiel: Frau Leyla, Lager, Teilzeit, sehr gut";
export const start = "Nächstes Wort zeigen";
export const learning = "Das Modell lernt gerade …";
export const persons = "Frau und Herr tauschen";
export const hours = "Voll- und Teilzeit tauschen";
export const pick = "Stichwörter auswählen statt tippen";
export const unsaid = "nicht gesagt";
export const text = "So weit ist der Text";
export const finished = "Der Text ist fertig.";
export const temperature = "Temperatur";
export const likeliest = "immer das Wahrscheinlichste";
export const asLearnt = "wie gelernt";
export const write = "Weiterschreiben";
export const again = "Noch einmal schreiben";
export const back = "Ein Wort zurück";

/** Words between keywords that mean nothing to the model. */
export const between = "und mit ist hat jahr jahre für das den dem ein eine als bei von zu";

/** @param {string} slot */
export const next = (slot) => `Nächstes Wort: ${slot}`;

/** @param {string} share */
export const before = (share) => `vorher ${share}`;

/**
 * @param {number} words
 * @param {string} share
 */
export const rest = (words, share) => `${words} seltene Wörter zusammen: ${share}`;

/**
 * What a screen reader says of a bar.
 * @param {string} word
 * @param {string} share
 */
export const choose = (word, share) => `${word}, ${share}. Dieses Wort nehmen`;

const NAMED = 5; // words in a hint

/** @param {string[]} words */
const list = (words) => {
  const more = words.length > NAMED ? ` und ${words.length - NAMED} weitere` : "";
  return `${words
    .slice(0, NAMED)
    .map((word) => `„${word}“`)
    .join(", ")}${more}`;
};

/** @param {string[]} words typed words that the model has never read */
export const unknown = (words) =>
  words.length === 1
    ? `„${words[0]}“ steht in keinem der gelernten Texte. Damit kann das Modell nichts anfangen.`
    : `Diese Wörter stehen in keinem der gelernten Texte: ${list(words)}. Damit kann das Modell nichts anfangen.`;

/** @param {string[]} words typed words that another word excludes, which was there first */
export const excluded = (words) => `Das passt nicht zu einem anderen Stichwort und zählt deshalb nicht: ${list(words)}.`;
export const nothing = "Noch kein Stichwort erkannt. Das Modell rät dann wie für alle.";

/**
 * @param {string} slot
 * @param {[word: string, share: string][]} likely
 */
export const heard = (slot, likely) => `${slot}: ${likely.map(([word, share]) => `${word} ${share}`).join(", ")}.`;
