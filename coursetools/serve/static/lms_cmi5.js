/**
 * The way to a platform that speaks cmi5. The library makes the statements; they go by a request that outlives the page.
 * Place and units lie in one document of the platform, so that it is known at the next visit what was said.
 */
import * as lms from "./lms.js";

/** @typedef {{ id: string, verb: { id: string } }} Statement */

const STATE = "fairki";
const COMPLETED = "http://adlnet.gov/expapi/verbs/completed";
const VERSION = "1.0.3";
const PATIENCE = 30_000; // ms until a request that is not answered counts as refused
const REPEATED = [403, 409]; // a platform that heard "completed" in an earlier visit takes no second one

const { default: Cmi5 } = await import(new URL(lms.read().library, document.baseURI).href);
/** @type {any} */
let session;
/** @type {Statement | undefined} said once, however often it has to be sent */
let completion;
/** @type {lms.State | undefined} what the platform has, as far as it has said so */
let kept;

/**
 * @param {string} resource
 * @param {Record<string, string>} query
 * @param {unknown} [content] to be kept there
 */
function ask(resource, query, content) {
  const { endpoint } = session.launchParameters;
  const address = `${endpoint.replace(/\/?$/, "/")}${resource}?${new URLSearchParams(query)}`;
  const headers = { Authorization: `Basic ${session.getAuthToken()}`, "X-Experience-API-Version": VERSION };
  const signal = AbortSignal.timeout(PATIENCE);
  if (content === undefined) return fetch(address, { headers, signal });
  const type = { "Content-Type": "application/json" };
  return fetch(address, { method: "PUT", headers: { ...headers, ...type }, body: JSON.stringify(content), keepalive: true, signal });
}

/** @param {Statement} given */
async function send(given) {
  const statement = given.verb.id === COMPLETED ? (completion ??= given) : given;
  const { ok, status } = await ask("statements", { statementId: statement.id }, statement);
  const before = statement === completion && REPEATED.includes(status);
  if (!ok && !before) throw new Error(`The platform refuses a statement: ${status}`);
}

function place() {
  const { actor, activityId, registration } = session.launchParameters;
  return { agent: typeof actor === "string" ? actor : JSON.stringify(actor), activityId, registration, stateId: STATE };
}

/** What the platform has: another window may have told it more since. */
async function look() {
  const found = await ask("activities/state", place());
  if (!found.ok && found.status !== 404) throw new Error(`The platform does not say what it has: ${found.status}`);
  const { place: where = "", done = [], completed = false } = found.ok ? await found.json() : {};
  kept = { place: where, done, completed };
}

/** @type {lms.Speaker["open"]} */
async function open() {
  if (!Cmi5.isCmiAvailable) return null;
  session = new Cmi5();
  session.sendXapiStatement = send;
  await session.initialize();
  await look().catch(() => {}); // then it is looked at before anything is told
  return { place: "", done: [], completed: false, ...kept, listens: session.launchData.launchMode === "Normal" };
}

/** @type {lms.Speaker["tell"]} */
async function tell({ completed, place: where, done }, last) {
  if (!last) await look();
  if (!kept) return false;
  const all = { place: where, done: [...new Set([...kept.done, ...done])], completed: completed || kept.completed };
  if (all.completed && !kept.completed) await session.complete(); // before it is noted: it must not be noted and never said
  const taken = (await ask("activities/state", place(), all)).ok;
  if (taken) kept = all;
  return taken;
}

const close = () => session.terminate();
const back = () => session?.launchData?.returnURL;

await lms.run({ open, tell, close, back });
