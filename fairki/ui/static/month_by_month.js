/** A year of operation without a page: what stands at each month, what the log says, which plans ran. */

/** @typedef {[value: number, low: number, high: number]} Span */
/** @typedef {{ month: number, alarm: boolean, right: boolean, values: (Span | null)[], beyond: boolean[] }} Look */
/** @typedef {{ first: number, last: number, seen: string, done: string, after: string }} Entry */
/**
 * @typedef {object} Year
 * @property {Look[]} looks
 * @property {number} end last month of the run
 * @property {number | null} since the month in which something changed
 * @property {number | null} until the last month of that
 * @property {boolean} fault
 * @property {number[][]} harmed month by month, how many of each group
 * @property {boolean} missing whether those who are harmed never came
 * @property {Entry[]} log
 * @property {string} verdict
 * @property {string} story
 * @property {string} toll
 */
/** @typedef {{ title: string, short: string, note: string, usual: number | null, limits: number[], domain: [number, number] }} Lane */

export const MONTHS = 12;

/**
 * What stands at a month once the run has come to `now`; whether an alarm was right shows at the end alone.
 * @param {Year} year
 * @param {number} month
 * @param {number} now
 * @returns {"ahead" | "unseen" | "quiet" | "alarm" | "right" | "false"}
 */
export function stateOf(year, month, now) {
  if (month > now) return "ahead";
  const look = year.looks.find((one) => one.month === month);
  if (!look) return "unseen";
  if (!look.alarm) return "quiet";
  return now < year.end ? "alarm" : look.right ? "right" : "false";
}

/**
 * The log as far as it has grown; what an alarm was is added at the end.
 * @param {Year} year
 * @param {number} now
 */
export const entries = ({ log, end }, now) =>
  log
    .filter(({ first }) => first <= now)
    .map(({ first, last, seen, done, after }) => ({
      first,
      last: Math.min(last, now),
      seen,
      done: now < end || !after ? done : `${done} ${after}`,
    }));

/**
 * From values to places; what lies outside stands at the edge.
 * @param {[number, number]} domain
 * @param {number} from
 * @param {number} to
 * @returns {(value: number) => number}
 */
export const scale =
  ([low, high], from, to) =>
  (value) =>
    from + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (to - from);

/**
 * The last two plans that ran to the end; the same one counts once.
 * @param {number[][]} known
 * @param {number[]} plan
 */
export const remember = (known, plan) => (String(known.at(-1)) === String(plan) ? known : [...known, plan].slice(-2));
