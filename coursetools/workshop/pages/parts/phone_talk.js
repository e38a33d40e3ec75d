/**
 * How a vote page talks to the workshop, through a network that may answer itself.
 * Plain JavaScript of 2017, like all of the vote page.
 */
import * as phone_memory from "./phone_memory.js";
import * as phone_texts from "../texts/phone_texts.js";

var PATIENCE = 20000; // ms for an answer; then we ask again
var own = phone_memory.own;
export const base = document.body.dataset.base;

/** @typedef {Error & { stranger?: boolean }} Trouble */

/**
 * Only what carries the workshop's mark is its answer. Everything else comes from something in between: a login page,
 * a proxy, half an answer. Then nothing is known, and whoever asked asks again.
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>}
 */
export function ask(path, body) {
  /** @type {Record<string, string>} */
  var headers = { "Content-Type": "application/json" };
  if (own.token) headers.Authorization = "Bearer " + own.token;
  var patience = window.AbortController ? new AbortController() : null;
  var timer = setTimeout(function () { if (patience) patience.abort(); }, PATIENCE);
  return fetch(base + "mitmachen/" + own.code + "/" + path, {
    method: body ? "POST" : "GET",
    headers: headers,
    body: body ? JSON.stringify(body) : undefined,
    cache: "no-store",
    redirect: "manual",
    signal: patience ? patience.signal : undefined,
  })
    .then(function (answer) {
      return answer.text().then(function (text) {
        return understood(answer, text);
      });
    })
    .then(
      function (data) {
        clearTimeout(timer);
        return data;
      },
      function (error) {
        clearTimeout(timer);
        throw error;
      }
    );
}

/**
 * @param {Response} answer
 * @param {string} text
 */
export function understood(answer, text) {
  var data = null;
  try {
    data = JSON.parse(text);
  } catch (error) {
    // half an answer, or none of ours
  }
  if (!data || typeof data.session !== "string") throw stranger(answer.status < 500 || answer.status === 511);
  data.again = Number(answer.headers.get("Retry-After")) || 0;
  return data;
}

/** @param {boolean} yes */
export function stranger(yes) {
  return Object.assign(new Error("no answer of the workshop"), { stranger: yes });
}

/**
 * Why nothing came, in words.
 * @param {Trouble | undefined} error
 */
export function reason(error) {
  return error && error.stranger ? phone_texts.line.stranger : phone_texts.line.none;
}
