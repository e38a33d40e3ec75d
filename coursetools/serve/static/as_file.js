// Opened from a folder, a page may load no modules: nobody could answer anything. Plain words, and a plain script.
if (location.protocol === "file:") {
  addEventListener("DOMContentLoaded", () => {
    /** @type {HTMLElement} */ (document.querySelector(".page-as-file")).hidden = false;
  });
}
