/** What stands at a ranked list whose rules can be switched off. */

/** What each mark means. */
export const kinds = {
  top: "voll: oben auf der Liste",
  below: "leer: weiter unten",
  /** @param {string} truth */
  missed: (truth) => `weiter unten, aber: ${truth}`,
  /** @param {string} truth */
  vain: (truth) => `oben, aber: ${truth}`,
};

/** @param {number} n */
export const place = (n) => `${n}.`;

/** Read out behind the number of points. @param {number} n */
export const points = (n) => (n === 1 ? "Punkt" : "Punkte");

/** @param {number} by how many places up, or down if less than 0 */
export const moved = (by) => (by ? `${by > 0 ? "▲" : "▼"} ${Math.abs(by)}` : "");

/** @param {[name: string, points: number][]} given */
export const reasons = (given) => given.map(([name, n]) => `${name}\u00a0${n}`).join(" · ");

export const none = "keine Punkte";
