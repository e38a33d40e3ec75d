/** How many questions there are. */

/** @param {number} count */
export const questions = (count) => `${count} ${count === 1 ? "Frage" : "Fragen"}`;
