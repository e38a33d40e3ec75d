/**
 * What the browser of a vote page remembers: a random token, and votes that are not yet confirmed.
 * Plain JavaScript of 2017, like all of the vote page.
 */

var KEY = "fairki.workshop";

/** @typedef {{ step: string, round: number, nonce: string, value: any }} Vote */

/**
 * What is known now; remember() and forget() change it: the code of the workshop, the token and the seat of this phone,
 * the session that it is in (and was in before), the vote that is on the way, and the one that waits behind it.
 * @typedef {object} Own
 * @property {string} code
 * @property {string} token
 * @property {string} [seat]
 * @property {string} [session]
 * @property {string} [before]
 * @property {Vote | null} [sent]
 * @property {Vote | null} [waiting]
 */

/** @type {Own} */
export const own = remembered();

/** @returns {any} */
function remembered() {
  try {
    var found = JSON.parse(localStorage.getItem(KEY) || "null");
    return found && typeof found.code === "string" && typeof found.token === "string" ? found : {}; // or it is damaged
  } catch (error) {
    return {};
  }
}

/** @param {Partial<Own>} change */
export function remember(change) {
  Object.assign(own, change);
  try {
    localStorage.setItem(KEY, JSON.stringify(own));
  } catch (error) {
    // private mode: the page works, a reload joins again
  }
}

export function forget() {
  Object.keys(own).forEach(function (name) {
    delete (/** @type {any} */ (own))[name];
  });
  try {
    localStorage.removeItem(KEY);
  } catch (error) {
    // nothing was kept
  }
}

/**
 * A random name of so many bytes.
 * @param {number} count
 */
export function random(count) {
  var bytes = new Uint8Array(count);
  crypto.getRandomValues(bytes);
  return Array.prototype.map
    .call(bytes, function (byte) {
      return ("0" + byte.toString(16)).slice(-2);
    })
    .join("");
}
