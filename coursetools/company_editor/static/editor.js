/** The page on which a company's folder is edited. All of it works without this script, but for the preview. */
import * as moving from "../../../fairki/web/moving.js";

/** @param {string} of */
const seen = (of) => /** @type {HTMLElement | null} */ (document.querySelector(of));

// ---- where to look: at what was said, or at what has changed ----

const blick = seen("#blick");
const looked = blick ? document.getElementById(blick.dataset.look || "") : seen("[data-look]");
if (looked) {
  if (looked instanceof HTMLDetailsElement) looked.open = true;
  const inside = looked instanceof HTMLDetailsElement ? looked.querySelector("summary") : looked;
  if (inside) inside.focus();
}

/** A link to a field opens what it is in. */
const toField = () => {
  const field = location.hash && document.getElementById(moving.asked());
  if (!field) return;
  for (let box = field.closest("details"); box; box = (box.parentElement || document.body).closest("details")) box.open = true;
  field.focus();
};
window.addEventListener("hashchange", toField);
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a[href^='#']");
  if (link && link.getAttribute("href") === location.hash) toField();
});

// ---- what is typed and not saved ----

const form = /** @type {HTMLFormElement | null} */ (seen(".editor-form"));
if (form) {
  let changed = "changed" in form.dataset;
  form.addEventListener("input", () => (changed = true));
  form.addEventListener("submit", (event) => {
    const by = /** @type {SubmitEvent} */ (event).submitter;
    if (!by || !by.hasAttribute("formtarget")) changed = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}

// ---- a colour beside its number ----

for (const swatch of document.querySelectorAll(".editor-swatch")) {
  const field = /** @type {HTMLInputElement} */ (document.getElementById(swatch.getAttribute("data-of") || ""));
  field.addEventListener("input", () => /** @type {Element} */ (swatch.firstElementChild).setAttribute("fill", field.value));
}

// ---- the preview ----

const preview = seen("#vorschau");
if (preview) {
  const [status, choice] = /** @type {HTMLElement[]} */ ([...preview.children]);
  const frame = /** @type {HTMLIFrameElement} */ (seen("#vorschau iframe"));
  const pages = /** @type {HTMLSelectElement} */ (seen("#seiten"));
  const alone = /** @type {HTMLAnchorElement} */ (seen("#allein"));
  let base = "";
  const show = () => {
    const address = base + pages.value;
    frame.src = address;
    alone.href = address;
  };
  const ask = async () => {
    /** @type {{ address?: string, pages: [string, string][], failed?: string }} */
    const answer = await fetch(preview.dataset.state || "").then((got) => got.json()).catch(() => ({ failed: preview.dataset.failed }));
    if (answer.failed) {
      status.textContent = answer.failed;
      return;
    }
    if (!answer.address) {
      setTimeout(ask, 300);
      return;
    }
    base = answer.address;
    status.textContent = preview.dataset.ready || "";
    status.className = "editor-said";
    pages.replaceChildren(...answer.pages.map(([address, name]) => new Option(name, address)));
    const wanted = preview.dataset.seen || "";
    pages.selectedIndex = Math.max(0, answer.pages.findIndex(([address]) => address === wanted || (wanted && address.startsWith(`${wanted}/`))));
    choice.hidden = frame.hidden = false;
    show();
  };
  pages.addEventListener("change", show);
  ask();
}
