/** What stands at a year of operation that runs month by month. */

export const play = "Jahr laufen lassen";
export const stop = "Anhalten";
export const again = "Noch einmal";
export const skip = "Zum Ende";
export const other = "Anderes Jahr";
export const ahead = "Zwölf Monate liegen vor Ihnen. Ob etwas geschieht, weiß niemand.";
export const stale = "Ihr Plan ist jetzt ein anderer. Dieser Lauf gehört noch zum alten. Lassen Sie das Jahr neu laufen.";

/** How the picture tells an alarm. */
export const alarms = { alarm: "Alarm", right: "richtig", false: "falsch" };

/** What each mark means. */
export const kinds = {
  seen: "nachgesehen",
  unseen: "niemand sah nach",
  value: "gemessen, mit Zufall",
  beyond: "außerhalb der Grenze",
  limit: "Ihre Grenze",
  change: "da war etwas anders",
};

/** The log. */
export const log = "Protokoll";
export const columns = ["Monat", "gemessen", "getan"];

/**
 * @param {number} year which of the years
 * @param {number} years
 * @param {number} month
 * @param {number} months
 */
export const place = (year, years, month, months) =>
  `Jahr ${year} von ${years}: ${month ? `Monat ${month} von ${months}` : "vor dem ersten Monat"}`;

/**
 * @param {number} first
 * @param {number} last
 */
export const span = (first, last) => (first === last ? String(first) : `${first}–${last}`);
