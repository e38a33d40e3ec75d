/** What a role table says about a task. */

export const clear = "klar";

/** @param {number} count more than one */
export const gaps = (count) => `${count} Lücken`;
