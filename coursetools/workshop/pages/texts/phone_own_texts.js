/** German of questions that a facilitator writes, on the vote page. Plain JavaScript of 2017, like all of it. */

export const read = "Die Workshopleitung liest jeden Text, bevor ihn andere sehen. Bitte schreiben Sie keine Namen.";

export const scale = {
  first: "Bitte wählen Sie zuerst eine Zahl.",
  /**
   * @param {string} low
   * @param {string} high
   * @param {number} steps
   */
  ends: (low, high, steps) => `1 = ${low}, ${steps} = ${high}`,
};

export const ranking = {
  how: "Das Wichtigste nach oben: ziehen oder mit den Pfeilen.",
  /**
   * @param {string} label
   * @param {number} place
   */
  moved: (label, place) => `„${label}“ steht jetzt auf Platz ${place}.`,
  /**
   * @param {string} label
   * @param {number} place
   * @param {number} all
   */
  up: (label, place, all) => `„${label}“ nach oben, jetzt Platz ${place} von ${all}`,
  /**
   * @param {string} label
   * @param {number} place
   * @param {number} all
   */
  down: (label, place, all) => `„${label}“ nach unten, jetzt Platz ${place} von ${all}`,
};

export const text = { first: "Bitte schreiben Sie zuerst etwas." };

export const cloud = {
  first: "Bitte schreiben Sie mindestens ein Wort.",
  /**
   * @param {number} at
   * @param {number} all
   */
  word: (at, all) => (all === 1 ? "Ihr Wort" : `Wort ${at}`),
};

export const questions = {
  up: "Was möchten Sie auch wissen?",
  own: "Ihre eigene Frage",
  send: "Frage abschicken",
  first: "Bitte schreiben Sie zuerst eine Frage.",
  mine: "Das haben Sie gefragt",
  waits: "Die anderen sehen eine Frage erst, wenn sie freigegeben ist.",
  answered: "✓ beantwortet",
  /** @param {number} most */
  enough: (most) => `Mehr als ${most} Fragen gehen nicht.`,
};

export const groups = {
  first: "Bitte wählen Sie zuerst Ihre Gruppe.",
  which: "Welche Farbe hat Ihre Gruppe?",
  one: "Ein Gerät schreibt für alle, die anderen lassen das Feld leer. Die Workshopleitung liest die Antwort zuerst.",
  /** @param {string} name */
  yours: (name) => `Sie sind in ${name}`,
};

/** One's own answer, once voting is closed. */
export const mine = {
  title: "Ihre Antwort",
  only: "Das sehen nur Sie.",
  /**
   * @param {number} invited
   * @param {number} all
   */
  decided: (invited, all) => `Sie laden ${invited} von ${all} ein.`,
  /**
   * @param {string} question
   * @param {string} answer
   */
  pair: (question, answer) => `${question} ${answer}`,
  /**
   * @param {string} number
   * @param {string} unit
   */
  number: (number, unit) => (unit ? `${number}\u00a0${unit}` : number),
  /**
   * @param {string} step
   * @param {number} all
   */
  step: (step, all) => `${step} von ${all}`,
};
