/** What a page does in the shell of a package (lms.js): it tells what is done, and leads nowhere that is not there. */
import * as store from "../../../fairki/web/store.js";

/** @type {import("./lms.js").Shell | undefined} */
let shell;
try {
  const around = /** @type {typeof globalThis} */ (/** @type {unknown} */ (parent));
  shell = parent === window ? undefined : around.fairkiShell;
} catch {
  // somebody else's window: no shell
}
if (shell) join(shell);

/** @param {import("./lms.js").Shell} shell */
function join(shell) {
  if (shell.kept && !store.lasting()) store.importText(shell.kept);
  for (const unit of shell.done()) {
    const [module, id] = unit.split(".");
    store.markDone(module, id);
  }
  const tell = () => shell.tell(store.read(), store.lasting());
  window.addEventListener("fairki-store", tell);
  // What this page cannot keep, the shell has: whoever goes on to the next page loses nothing and is not asked.
  window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation());
  tell();
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  look();

  /** Others refuse to be shown in a frame; what is not in the package is text. */
  function look() {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[href]"))) {
      if (link.protocol === "blob:" || link.protocol === "data:") continue;
      if (link.origin !== location.origin) Object.assign(link, { target: "_blank", rel: "noopener" });
      else if (!isThere(link.pathname)) link.replaceWith(...link.childNodes);
    }
  }

  /** @param {string} path */
  function isThere(path) {
    return shell.pages === null || shell.pages.some((page) => path === new URL(page, parent.location.href).pathname);
  }
}
