/**
 * What the browser of a vote page remembers: a random token, and votes that are not yet confirmed.
 * Plain JavaScript of 2017, like all of the vote page.
 */

var KEY = "fairki.workshop";

/** What is known now; remember() and forget() change it. */
export const own = remembered();

function remembered() {
  try {
    var found = JSON.parse(localStorage.getItem(KEY));
    return found && typeof found.code === "string" && typeof found.token === "string" ? found : {}; // or it is damaged
  } catch (error) {
    return {};
  }
}

export function remember(change) {
  Object.keys(change).forEach(function (name) {
    own[name] = change[name];
  });
  try {
    localStorage.setItem(KEY, JSON.stringify(own));
  } catch (error) {
    // private mode: the page works, a reload joins again
  }
}

export function forget() {
  Object.keys(own).forEach(function (name) {
    delete own[name];
  });
  try {
    localStorage.removeItem(KEY);
  } catch (error) {
    // nothing was kept
  }
}

/** A random name of so many bytes. */
export function random(count) {
  var bytes = new Uint8Array(count);
  crypto.getRandomValues(bytes);
  return Array.prototype.map
    .call(bytes, function (byte) {
      return ("0" + byte.toString(16)).slice(-2);
    })
    .join("");
}
