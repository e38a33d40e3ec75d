/**
 * The one rule for when a unit is done; the head and the end of a unit, the start page and the record follow it.
 *
 * The manifest says which questions a unit asks: {key: number of answers, …}; "a|b": a or b, one of them is enough.
 * A unit is done when each of them is answered or was left on purpose, and stays done from then on. One that asks
 * nothing is done when the learner says so. What was left is kept as the answer "<module>.uebersprungen".
 */
import * as plain from "../../web/plain.js";
import * as store from "../../web/store.js";

/** @typedef {import("../../web/store.js").Kept} Kept */
/** @typedef {import("./common.js").Unit} Unit */
/** @typedef {{ ask: string, missing: number, needed: number }} Ask */

const LEFT = "uebersprungen";
/** The last step that a learner has opened in each unit is kept as the answer "<module>.schritte": {unit: step}. */
const STEPS = "schritte";
/** Who has chosen the short path has the answer "kurz" under this key. */
const PATH = "00.weg";

/**
 * Whether a key of the store tells what was left and how far the learner is, and is no answer.
 * @param {string} key
 */
export const tellsWay = (key) => key === PATH || key.endsWith(`.${LEFT}`) || key.endsWith(`.${STEPS}`);

export const chooseShort = () => store.set(PATH, "kurz");

/** @param {Kept} data */
export const isShort = (data) => data.answers[PATH] === "kurz";

/**
 * @param {Kept} data
 * @param {string} module
 * @returns {string[]}
 */
function left(data, module) {
  const value = data.answers[`${module}.${LEFT}`];
  return Array.isArray(value) ? value : [];
}

/**
 * How many answers are missing to a question; 0 if it is answered.
 * @param {Kept} data
 * @param {string} ask
 * @param {number} needed
 */
function missing(data, ask, needed) {
  const given = ask.split("|").map((key) => {
    const value = data.answers[key] ?? null;
    return value !== null && typeof value === "object" ? Object.keys(value).length : Number(value !== null);
  });
  return Math.max(0, needed - Math.max(...given));
}

/**
 * How many answers are missing to what one block asks; 0 also if it was left.
 * @param {Kept} data
 * @param {string} module
 * @param {string} key
 * @param {number} needed
 */
export function missingOf(data, module, key, needed) {
  const wasLeft = left(data, module).some((ask) => ask.split("|").includes(key));
  return wasLeft ? 0 : missing(data, key, needed);
}

/**
 * Where the learner is in a unit, [id, title, minutes, questions] as the Header has it: whether it is done, the
 * questions that are open and those that were left, how many answers are missing, whether there is any.
 * @param {Kept} data
 * @param {string} module
 * @param {Unit} unit
 */
export function stateOf(data, module, [id, , , asks = {}]) {
  /** @type {Ask[]} */
  const all = Object.entries(asks).map(([ask, needed]) => ({ ask, missing: missing(data, ask, needed), needed }));
  const kept = left(data, module);
  const unanswered = all.filter((one) => one.missing);
  const open = unanswered.filter(({ ask }) => !kept.includes(ask));
  const done = data.progress[module]?.[id] === true || (all.length > 0 && open.length === 0);
  return {
    done,
    open: done ? [] : open,
    skipped: unanswered.filter(({ ask }) => kept.includes(ask)),
    missing: done ? 0 : open.reduce((sum, one) => sum + one.missing, 0),
    begun: unanswered.length < all.length || open.length < unanswered.length || all.some((one) => one.missing < one.needed),
    asks: all.length > 0,
  };
}

/**
 * Keeps what the rule says, so that a unit stays done when a later version of the course asks more.
 * @param {string} module
 * @param {Unit[]} units
 */
export function settle(module, units) {
  const data = store.read();
  for (const unit of units) {
    if (data.progress[module]?.[unit[0]] !== true && stateOf(data, module, unit).done) store.markDone(module, unit[0]);
  }
}

/**
 * Leaves a question of a module on purpose.
 * @param {string} module
 * @param {string} ask
 */
export function leave(module, ask) {
  const kept = left(store.read(), module);
  if (!kept.includes(ask)) store.set(`${module}.${LEFT}`, [...kept, ask]);
}

/**
 * Module, unit and question that a block belongs to, on pages whose units ask for it.
 * @param {string} key
 */
export function placeOf(key) {
  for (const [module, units] of Object.entries(globalThis.fairkiUnits ?? {})) {
    for (const unit of units) {
      const ask = Object.keys(unit[3] ?? {}).find((one) => one.split("|").includes(key));
      if (ask) return { module, unit: unit[0], ask, needed: unit[3]?.[ask] ?? 1 };
    }
  }
  return null;
}

/**
 * The last step that the learner has opened in a unit.
 * @param {Kept} data
 * @param {string} module
 * @param {string} unit
 * @returns {unknown}
 */
export const lastStep = (data, module, unit) => data.answers[`${module}.${STEPS}`]?.[unit];

/**
 * @param {string} module
 * @param {string} unit
 * @param {string} step
 */
export function keepStep(module, unit, step) {
  const kept = store.get(`${module}.${STEPS}`);
  store.set(`${module}.${STEPS}`, { ...(plain.isObject(kept) ? kept : {}), [unit]: step });
}
