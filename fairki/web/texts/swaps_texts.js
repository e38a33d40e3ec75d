/** What stands at people who change sides. */

/** @param {number} n */
export const come = (n) => `Neu eingeladen: ${n}`;

/** @param {number} n */
export const go = (n) => `Nicht mehr eingeladen: ${n}`;

/** What each mark means. */
export const kinds = {
  yes: "voll: eingeladen",
  no: "leer: Absage",
  wronglyIn: "eingeladen, nicht geeignet",
  wronglyOut: "Absage, obwohl geeignet",
};
