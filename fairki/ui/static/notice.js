/** What a learner must know about the kept answers: some cannot be read, or new ones cannot be kept. Once per page. */
import * as store from "../../web/store.js";
import * as common from "./common.js";
import * as notice_texts from "../../web/texts/notice_texts.js";

const { h, button } = common;

/**
 * Saves a state that was set aside, exactly as it was.
 * @param {{ day: string, text: string | null }} state
 */
export const saveAside = ({ day, text }) =>
  common.saveAs(`fairki-beiseite-${day}.json`, new Blob([text ?? ""], { type: "application/json" }));

/** Watches the store for as long as the page is open. */
export function watch() {
  if (globalThis.fairkiNotice) return;
  globalThis.fairkiNotice = true;
  const told = h("div", { role: "alert" });
  const message = h("p", { class: "fk-message", role: "status" });
  const actions = h("div", { class: "fk-row" });
  const box = h("section", { class: "fairki fk-notice", "aria-label": notice_texts.label, hidden: true });
  box.append(told, actions, message);
  (document.querySelector("main") ?? document.body).append(box);
  let shown = "";
  let known = false; // that this page cannot keep anything
  let saved = ""; // what the learner has as a file instead

  function look() {
    const found = store.unseen();
    const full = !known && store.waiting();
    const now = JSON.stringify([found, full]);
    if (now === shown) return;
    shown = now;
    box.hidden = !found && !full;
    message.textContent = "";
    const news = [...(found ? [`${notice_texts.trouble[found.trouble]} ${notice_texts.safe}`] : []), ...(full ? [notice_texts.full] : [])];
    told.replaceChildren(...news.map((text) => h("p", {}, text)));
    actions.replaceChildren(
      ...(found ? [button("secondary", () => tell(saveAside(found)), {}, notice_texts.oldAsFile)] : []),
      ...(full ? [button("secondary", save, {}, notice_texts.asFile)] : []),
      button("quiet", () => dismiss(found), {}, notice_texts.understood),
    );
  }

  /** @param {string} text */
  const tell = (text) => (message.textContent = text);

  function save() {
    saved = store.exportText();
    tell(common.saveAs(store.FILE_NAME, new Blob([saved], { type: "application/json" })));
  }

  /** @param {ReturnType<typeof store.unseen>} found */
  function dismiss(found) {
    known ||= store.waiting();
    if (found?.name) store.seen(found.name);
    box.hidden = true;
    document.querySelector("main")?.focus({ preventScroll: true });
  }

  look();
  window.addEventListener("fairki-store", look);
  window.addEventListener("beforeunload", (event) => {
    if (!known && store.waiting() && store.exportText() !== saved) event.preventDefault(); // the browser asks
  });
}
