/** What the page asks of the server, and how each decision gets there: one after the other, again and again until it is kept. */
import * as marking_texts from "../texts/marking_texts.js";

/**
 * @typedef {{ points: number | null, criteria: string[], comment: string, again: boolean, automatic: number | null,
 *   extra: number, decided: boolean }} Decision
 * @typedef {{ points: number, criteria: string[], comment: string }} Opinion
 * @typedef {{ id: string, number: number, html: string, cut: boolean, empty: boolean, pictures: string[],
 *   alike: { number: number, same: boolean }[], decision: Decision, second: Opinion | null }} Answer
 * @typedef {{ name: string, meaning: string, points: number }} Criterion
 * @typedef {{ key: string, title: string, exercise: string, task: string, guidance: string, most: number,
 *   criteria: Criterion[], bank: string[], answers: Answer[] }} Question
 * @typedef {{ key: string, exercise: string, title: string, decided: number, number: number }} Listed
 * @typedef {{ second: boolean, steps: number, questions: Listed[] }} Overview
 * @typedef {{ points: number | null, criteria: string[], comment: string }} Said
 * @typedef {Said & { key: string, id: string, edit: string, before: Said }} Wanted before: what stood there
 */

const CONFLICT = 409; // somebody else decided meanwhile
const AGAIN = 2000; // milliseconds until what did not get there is sent once more
const token = location.hash.slice(1);

/** A refusal in the words of the server. */
export class Refusal extends Error {
  /** @param {number} status @param {string} error @param {string} remedy */
  constructor(status, error, remedy) {
    super(`${error} ${remedy}`);
    this.status = status;
  }
}

/**
 * @param {string} path
 * @param {BodyInit | null} [body] sent, if there is one
 * @returns {Promise<any>}
 */
export async function ask(path, body = null) {
  const answer = await fetch(path, { method: body === null ? "GET" : "POST", body, headers: { Authorization: `Bearer ${token}` } });
  const said = await answer.json();
  if (!answer.ok) throw new Refusal(answer.status, answer.status === 401 ? marking_texts.said.gone : said.error, answer.status === 401 ? "" : said.remedy);
  return said;
}

/** @param {string} path @param {object} value */
export const tell = (path, value) => ask(path, JSON.stringify(value));

/** @type {Wanted[]} decisions that are not kept yet, in their order; the first one is on its way */
const waiting = [];
/** @type {Promise<void> | null} */
let running = null;
/** @type {{ saved: (wanted: Wanted, said: { decision: Decision, steps: number }) => void, state: () => void, trouble: (text: string) => void, elsewhere: (text: string) => void }} */
let page = { saved: () => {}, state: () => {}, trouble: () => {}, elsewhere: () => {} };

/** @param {typeof page} listener */
export function listen(listener) {
  page = listener;
}

/** How many decisions are not kept yet. */
export const unsaved = () => waiting.length;

/** @param {Wanted} wanted */
export function keep(wanted) {
  const last = waiting.length - 1;
  if (last > 0 && waiting[last].id === wanted.id && waiting[last].edit === wanted.edit) waiting[last] = { ...wanted, before: waiting[last].before };
  else waiting.push(wanted);
  page.state();
  running ??= send().finally(() => {
    running = null;
    page.state();
  });
}

/** When all is kept. */
export async function settled() {
  while (running) await running;
}

async function send() {
  while (waiting.length) {
    try {
      const said = await tell("decide", waiting[0]);
      page.trouble("");
      page.saved(/** @type {Wanted} */ (waiting.shift()), said);
    } catch (error) {
      if (error instanceof Refusal && error.status < 500 && error.status !== 401 && error.status !== 422) {
        waiting.shift(); // it will never be kept: what is wrong stands there
        if (error.status === CONFLICT) page.elsewhere(error.message);
        else page.trouble(error.message);
      } else {
        page.trouble(error instanceof Refusal ? error.message : marking_texts.said.lost);
        await new Promise((resolve) => setTimeout(resolve, AGAIN));
      }
    }
  }
}
