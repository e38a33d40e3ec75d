/** What the facilitator's page knows of its workshop, and how it gives orders. It keeps nothing but its token. */
import * as live from "./live.js";
import * as live_texts from "../texts/live_texts.js";
import * as lead_texts from "../texts/lead_texts.js";

export const KEY = "fairki.leitung";
const SAID = 8000; // ms that a short message stays
const { make, token } = live;

/** @typedef {{ id: string, title: string, kind: string, minutes: number, unit?: string, goal?: string, page?: string, say: string[], ask: string[], expect: string[], activity?: string, settings?: Record<string, any>, objections: { says: string, answer: string }[], plan_b?: string }} Step */
/** @typedef {{ id: string, title: string, minutes: number, steps: Step[] }} Agenda */
/** @typedef {{ state: "hidden" | "open" | "closed" | "revealed", round: number, next: number | null, answers: number, finished: number, rounds: number[], names: string[], free_text: boolean | null, moderated: boolean }} Phase */
/** @typedef {{ text: string, shown: boolean, answered: boolean }} Written a free text */
/**
 * What a facilitator sees (`views.facilitator`).
 * @typedef {object} State
 * @property {number} plan
 * @property {string} code
 * @property {{ address: string, qr: string, addresses: string[] }} join
 * @property {number | null} seats
 * @property {string} label which room this is, if there are several
 * @property {string} projector
 * @property {string | null} position
 * @property {number} people
 * @property {number} connected
 * @property {number} silent
 * @property {{ workshop: number | null, step: number | null }} elapsed
 * @property {number} fewest
 * @property {string | null} trouble
 * @property {import("./countdown.js").Timer} timer
 * @property {boolean} rules
 * @property {{ day: string, title: string, promises: string[] } | null} earlier what an earlier room found
 * @property {{ day: string, title: string }[]} beside every earlier room that stands beside this one
 * @property {{ on: boolean, letters: { letter: string, id: string, label: string }[], counted: number }} cards raised ones
 * @property {Record<string, Phase>} phases
 * @property {Written[]} texts
 * @property {Record<string, any> | null} public
 * @property {import("./result.js").Result | null} result
 * @property {boolean} computing
 * @property {number | null} too_few
 * @property {{ answers: number, missing: number } | null} new
 */
/** @typedef {{ id: string, number: string, title: string, module: string, minutes: number }} Unit */
/** @typedef {{ id: string, title: string, minutes: number, kind: string, again: string, group: string }} Choice a step to choose */
/** @typedef {{ id: string, title: string, minutes: number, steps: [string, number][] }} Ready an agenda to choose */
/** @typedef {{ plan: number, agenda: Agenda, agendas: Ready[], units: Unit[], steps: Choice[], questions: Step[], cases: import("./lead_draft.js").Case[] }} Sheet the run sheet, as of `plan` */

/** @param {string} id */
export const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
export const key = token(KEY);
/**
 * The state, as the events tell it; the run sheet; when the state came, for the clocks.
 * @type {{ state: State | null, sheet: Sheet | null, heard: number }}
 */
export const room = { state: null, sheet: null, heard: 0 };
/** @type {ReturnType<typeof setTimeout> | undefined} */
let silence = undefined;

/** The state and the run sheet: what is drawn, is drawn once both are there. */
export const state = () => /** @type {State} */ (room.state);
export const sheet = () => /** @type {Sheet} */ (room.sheet);

/** @type {(path: string, options?: Parameters<typeof live.ask>[2]) => Promise<any>} */
export const ask = (path, options) => live.ask(`leitung/${path}`, key, options);

/**
 * Done is a command only when the workshop itself says so, with the name that this command has.
 * @param {string} name
 * @param {Record<string, unknown>} values
 * @param {string} [done] what to say then
 */
export async function command(name, values, done) {
  const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
  try {
    const answer = await ask("befehl", { body: { command: name, id, ...values } });
    if (answer.id !== id) throw new live.Stranger(200);
    if (done) say(done);
    return true;
  } catch (error) {
    say(error instanceof live.Refusal ? error.message : unknown(error), true);
    return false;
  }
}

/**
 * Nobody knows whether it arrived; what is true, the events say as soon as they come again.
 * @param {unknown} error
 */
export function unknown(error) {
  return lead_texts.connection.unknown(error instanceof live.Stranger ? error.message : live_texts.none);
}

/**
 * A short message, also for screen readers; it goes by itself.
 * @param {string} text
 * @param {boolean} bad
 */
export function say(text, bad = false) {
  const said = part("said");
  said.textContent = text;
  said.classList.toggle("lead-bad", bad);
  clearTimeout(silence);
  silence = setTimeout(() => said.replaceChildren(), bad ? 2 * SAID : SAID);
}

export const steps = () => sheet().agenda.steps;
export const at = () => steps().findIndex((step) => step.id === state().position);
export const step = () => steps()[at()] || null;
/** @returns {Phase | null} */
export const phase = () => state().phases[step()?.id ?? ""] ?? null;
/** @param {number} seconds */
export const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
export const touched = () => Object.values(state().phases).some((one) => one.state !== "hidden");

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const protocol = () => download("protokoll.docx", WORD, lead_texts.files.protocol);
export const cards = () => download("platzkarten.docx", WORD, lead_texts.files.cards);

/**
 * @param {string} name
 * @param {string} type
 * @param {string} done
 */
export const download = (name, type, done) => fetched(done, async () => [await ask(name, { type }), name]);

/**
 * A file of plain text comes inside the workshop's answer, so that half of one is none.
 * @param {string} path
 * @param {string} done
 */
export const downloadText = (path, done) =>
  fetched(done, async () => {
    const { name, text } = await ask(path);
    return [new Blob([text], { type: "application/octet-stream" }), name];
  });

/**
 * @param {string} done
 * @param {() => Promise<[Blob, string]>} get the file and its name
 */
async function fetched(done, get) {
  try {
    const [blob, name] = await get();
    const address = URL.createObjectURL(blob);
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    say(done);
  } catch (error) {
    const why = error instanceof live.Refusal || error instanceof live.Stranger ? error.message : live_texts.none;
    say(lead_texts.files.failed(why), true);
  }
}
