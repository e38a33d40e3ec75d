/** What a learner must know about the kept answers: some cannot be read, or new ones cannot be kept. Once per page. */
import * as store from "../../web/store.js";
import * as common from "./common.js";

const { h, button } = common;

/** Why a state was set aside, and what that means. */
export const TROUBLE = {
  newer: "Ihr Stand auf diesem Gerät stammt aus einer neueren Fassung des Kurses. Diese Seite kann ihn nicht lesen.",
  damaged: "Ihr Stand auf diesem Gerät ist beschädigt. Diese Seite kann ihn nicht lesen.",
  partly: "Ein Teil Ihres Standes auf diesem Gerät passt nicht zu dieser Fassung des Kurses. Den Rest sehen Sie wie gewohnt.",
};
const SAFE = "Ihr alter Stand ist nicht verloren: Er liegt unverändert beiseite, und neue Antworten überschreiben ihn nicht.";
const FULL =
  "Ihre neuen Antworten lassen sich auf diesem Gerät nicht speichern: Es ist kein Platz mehr, oder das Fenster ist privat. " +
  "Sichern Sie Ihren Stand als Datei, bevor Sie die Seite schließen.";

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
  const box = h("section", { class: "fairki fk-notice", "aria-label": "Hinweis zu Ihrem Stand", hidden: true });
  box.append(told, actions, message);
  (document.querySelector("main") ?? document.body).append(box);
  let shown = "";
  let known = false; // that this page cannot keep anything

  function look() {
    const found = store.unseen();
    const full = !known && store.waiting();
    const now = JSON.stringify([found, full]);
    if (now === shown) return;
    shown = now;
    box.hidden = !found && !full;
    message.textContent = "";
    const texts = [...(found ? [`${TROUBLE[found.trouble]} ${SAFE}`] : []), ...(full ? [FULL] : [])];
    told.replaceChildren(...texts.map((text) => h("p", {}, text)));
    actions.replaceChildren(
      ...(found ? [button("secondary", () => tell(saveAside(found)), {}, "Alten Stand als Datei sichern")] : []),
      ...(full ? [button("secondary", save, {}, "Als Datei sichern")] : []),
      button("quiet", () => dismiss(found), {}, "Verstanden"),
    );
  }

  /** @param {string} text */
  const tell = (text) => (message.textContent = text);

  const save = () => tell(common.saveAs(store.FILE_NAME, new Blob([store.exportText()], { type: "application/json" })));

  /** @param {ReturnType<typeof store.unseen>} found */
  function dismiss(found) {
    known ||= store.waiting();
    if (found?.name) store.seen(found.name);
    box.hidden = true;
    document.querySelector("main")?.focus({ preventScroll: true });
  }

  look();
  window.addEventListener("fairki-store", look);
}
