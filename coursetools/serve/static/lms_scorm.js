/** The way to a platform that speaks SCORM 1.2 or 2004. The wrapper (pipwerks) finds the platform and knows its errors. */
import * as lms from "./lms.js";

const NAMES = {
  "1.2": { status: "cmi.core.lesson_status", mode: "cmi.core.lesson_mode", place: "cmi.core.lesson_location", exit: "cmi.core.exit", end: "LMSFinish" },
  "2004": { status: "cmi.completion_status", mode: "cmi.mode", place: "cmi.location", exit: "cmi.exit", end: "Terminate" },
};
const DONE = "cmi.suspend_data"; // units, with spaces between; SCORM 1.2 has room for 4096 characters

const { kind, library } = lms.read();
const { default: pipwerks } = await import(new URL(library, document.baseURI).href);
const { SCORM, debug } = pipwerks;
const names = NAMES[/** @type {keyof typeof NAMES} */ (kind)];
Object.assign(SCORM, { version: kind, handleExitMode: false }); // its "logout" would take the learner out of the platform
debug.isActive = false;

/** @type {lms.Speaker["open"]} Throws where windows of somebody else are around, and none of them is a platform. */
async function open() {
  if (!SCORM.init()) return null;
  const completed = ["completed", "passed"].includes(SCORM.get(names.status));
  const listens = !["browse", "review"].includes(SCORM.get(names.mode));
  return { completed, listens, place: SCORM.get(names.place), done: SCORM.get(DONE).split(" ").filter(Boolean) };
}

/** @type {lms.Speaker["tell"]} */
async function tell({ completed, place, done, of }) {
  if (kind === "2004") SCORM.set("cmi.progress_measure", (done.length / of).toFixed(4));
  const said = [
    SCORM.set(names.status, completed ? "completed" : "incomplete"),
    SCORM.set(names.place, place),
    SCORM.set(DONE, done.join(" ")),
  ];
  return SCORM.save() && said.every(Boolean);
}

/** Every visit goes on where the one before ended: with another word, SCORM 2004 begins a new attempt. */
async function close() {
  SCORM.set(names.exit, "suspend");
  if (!SCORM.quit()) SCORM.API.getHandle()[names.end]("");
}

await lms.run({ open, tell, close });
