/** What stands at a queue that gets shorter year by year. */

const NUMBERS = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];

/** @param {number} n */
const words = (n) => NUMBERS[n] ?? String(n);

export const stop = "Anhalten";
export const again = "Noch einmal";

/** What each mark means. */
export const kinds = {
  invited: "voll: eingeladen",
  refused: "leer: Absage",
  empty: "bleibt weg",
  able: "bleibt weg, wäre geeignet",
  unable: "bleibt weg, nicht geeignet",
};

/** @param {number} years */
export const play = (years) => `${words(years).replace(/^./, (letter) => letter.toUpperCase())} Jahre laufen lassen`;

/**
 * @param {number} year
 * @param {number} years
 */
export const year = (year, years) => `Jahr ${year} von ${years}`;

/**
 * @param {number} year
 * @param {number} gone since the first year
 * @param {number} suitable of them
 */
export function sentence(year, gone, suitable) {
  if (year === 1) return "Im ersten Jahr stehen alle in der Schlange.";
  if (!gone) return `In ${words(year)} Jahren ist niemand weggeblieben.`;
  const people = gone === 1 ? "ist ein Mensch" : `sind ${gone} Menschen`;
  return `In ${words(year)} Jahren ${people} weggeblieben, ${suitable} davon geeignet.`;
}

/** @param {number} gone in all years together */
export const missing = (gone) => `Bisher weggeblieben: ${gone}`;

/**
 * @param {number} year
 * @param {{ name: string, invited: number, here: number }[]} groups
 */
export const line = (year, groups) =>
  `Jahr ${year}, eingeladen: ${groups.map(({ name, invited, here }) => `${name} ${invited}\u00a0von\u00a0${here}`).join(", ")}.`;
