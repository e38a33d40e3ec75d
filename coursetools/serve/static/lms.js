/**
 * The shell of a package for learning platforms: it holds the one session with the platform, and shows the course's
 * pages in a frame. So a learner may walk from page to page without leaving the session.
 *
 * Told are the units that are done and the place where the learner was; no answers, no points. What the platform
 * refuses waits and is told again. What it once knew as done stays done, whatever this browser remembers.
 */
import * as lms_texts from "../texts/lms_texts.js";

/** @typedef {import("../../../fairki/web/store.js").Kept} Kept */
/** @typedef {{ place: string, done: string[], completed: boolean }} State units as "01.2" */
/** @typedef {State & { listens: boolean }} Known what the platform knows, and whether it takes news: not where somebody only looks */
/** @typedef {State & { of: number }} News `of`: how many units there are */
/**
 * The way to one kind of platform. Whatever it does may fail, as platforms of others do in any way. `open`: what it knows;
 * null if there is none. `tell`: whether it took the news; `last`: there is no time to look first. `close` and the last
 * `tell` begin at once: the page may be gone a moment later. `back`: where the learner came from.
 * @typedef {{ open: () => Promise<Known | null>, tell: (news: News, last?: boolean) => Promise<boolean>, close: () => Promise<void>, back?: () => string | undefined }} Speaker
 */
/**
 * What the shell offers the pages in its frame (lms_page.js). `kept`: what they cannot keep themselves. `pages`: those
 * that are there, null if all are.
 * @typedef {{ done: () => string[], kept: string | null, pages: string[] | null, tell: (data: Kept, lasting: boolean) => void }} Shell
 */
/** @typedef {{ start: string, pages: string[] | null, library: string, kind: string, modules: Record<string, { page: string, units: string[] }> }} Package */

const AGAIN = 20_000; // ms until what was refused is told again
const PATIENCE = 8_000; // ms until the course begins, whether the platform has answered or not
const FAREWELL = 3_000; // ms until a learner is taken back, whether the platform has answered or not

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {(ms: number) => Promise<null>} */
const after = (ms) => new Promise((late) => setTimeout(late, ms, null));

/** @returns {Package} what this package consists of */
export const read = () => JSON.parse(element("fairki-package").textContent ?? "");

/**
 * Opens the session and shows the course.
 * @param {Speaker} speaker
 */
export async function run(speaker) {
  const course = read();
  const only = new URLSearchParams(location.search).get("modul"); // where a platform lists each module
  const modules = Object.entries(course.modules).filter(([id]) => only === null || id === only);
  const units = modules.flatMap(([id, module]) => module.units.map((unit) => `${id}.${unit}`));
  /** @type {Known | null | undefined} */
  let known; // undefined: the platform has not answered yet
  const done = new Set();
  let place = "";
  /** @type {News | null} */
  let told = null; // what the platform has taken
  let telling = false;
  let over = false;

  /** @returns {News} */
  function news() {
    const all = units.filter((unit) => done.has(unit));
    const completed = Boolean(known?.completed) || (all.length > 0 && all.length === units.length);
    return { place, done: all, of: units.length, completed };
  }

  /**
   * The platform has answered. Who has begun meanwhile, because it took its time, goes on.
   * @param {Known | null} found
   */
  function meet(found) {
    known = found;
    const before = { place, done: [...done] };
    done.clear();
    for (const unit of found?.done ?? []) if (units.includes(unit)) done.add(unit);
    place = found?.place ?? "";
    if (found?.completed || done.size) told = { ...news(), completed: Boolean(found?.completed) };
    for (const unit of before.done) done.add(unit);
    place = before.place || place;
    say(true);
    const back = speaker.back?.();
    if (back) element("stand").after(wayBack(back));
  }

  const isTold = () => JSON.stringify(news()) === JSON.stringify(told);

  async function report() {
    if (!known?.listens || telling || over || isTold()) return;
    telling = true;
    const now = news();
    const taken = await speaker.tell(now).catch(() => false);
    telling = false;
    if (taken) told = now;
    say(taken);
    if (taken) await report(); // what came meanwhile
  }

  /** @param {boolean} taken */
  function say(taken) {
    const words = taken ? lms_texts.told(told?.done.length ?? 0, units.length) : lms_texts.waiting;
    const none = known === undefined ? lms_texts.slow : isReloaded() ? lms_texts.reloaded : lms_texts.alone;
    const all = !known ? none : known.listens ? words : lms_texts.looks;
    if (element("stand").textContent !== all) element("stand").textContent = all;
  }

  async function close() {
    if (!known || over) return;
    if (known.listens && !isTold()) speaker.tell(news(), true).catch(() => false);
    over = true;
    await speaker.close().catch(() => {});
  }

  /** @param {string} address */
  function wayBack(address) {
    const leave = Object.assign(document.createElement("button"), { type: "button", className: "fk-button fk-secondary", textContent: lms_texts.leave });
    leave.addEventListener("click", async () => {
      await Promise.race([close(), after(FAREWELL)]);
      location.assign(address);
    });
    return leave;
  }

  /** @type {Shell} */
  const shell = {
    done: () => [...done],
    kept: null,
    pages: course.pages,
    tell(data, lasting) {
      for (const unit of units) {
        const [module, id] = unit.split(".");
        if (data.progress[module]?.[id]) done.add(unit);
      }
      const { module, unit } = data.last ?? {};
      if (units.includes(`${module}.${unit}`)) place = `${module}.${unit}`;
      shell.kept = lasting ? null : JSON.stringify(data);
      report();
    },
  };
  globalThis.fairkiShell = shell;
  const met = speaker.open().catch(() => null).then(meet);
  await Promise.race([met, after(PATIENCE)]);
  if (known === undefined) say(false);
  element("kurs").setAttribute("src", address(course, modules, place));
  met.then(report);
  setInterval(report, AGAIN);
  window.addEventListener("online", report);
  window.addEventListener("pagehide", close);
  window.addEventListener("beforeunload", (event) => {
    if (shell.kept && Object.keys(JSON.parse(shell.kept).answers).length) event.preventDefault(); // the browser asks
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload(); // the session is over
  });
}

/** Whether this page was there before: then its session is over, and few platforms begin a second one with it. */
function isReloaded() {
  const [how] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return how?.type === "reload" || how?.type === "back_forward";
}

/**
 * Where the learner goes on, or begins.
 * @param {Package} course
 * @param {[string, { page: string }][]} modules
 * @param {string} place
 */
function address(course, modules, place) {
  const [module, unit] = place.split(".");
  const there = modules.find(([id]) => id === module)?.[1];
  if (there && unit) return `${there.page}#einheit-${unit}`;
  return modules.length === 1 ? modules[0][1].page : course.start;
}
