// Glossary words explain themselves where they stand: on hover, focus, click or tap.
// Without this script the links lead to the glossary at the end of the page.

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[href^="#glossar-"]'))) {
  const meaning = document.getElementById(link.hash.slice(1))?.nextElementSibling?.textContent;
  if (meaning) explain(link, meaning);
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} meaning
 */
function explain(link, meaning) {
  const bubble = document.createElement("span");
  bubble.className = "word-bubble";
  bubble.id = `bubble-${document.querySelectorAll(".word-bubble").length}`;
  bubble.role = "tooltip";
  bubble.hidden = true;
  bubble.textContent = meaning;

  const place = document.createElement("span");
  place.className = "word";
  link.replaceWith(place);
  place.append(link, bubble);
  link.setAttribute("role", "button");
  link.setAttribute("aria-describedby", bubble.id);

  /** @param {boolean} yes */
  const show = (yes) => {
    bubble.hidden = !yes;
    if (!yes) return;
    bubble.style.left = "0";
    const room = document.documentElement.clientWidth - 16 - bubble.getBoundingClientRect().right;
    if (room < 0) bubble.style.left = `${room}px`; // stay on the page, also on a phone
  };
  place.addEventListener("mouseenter", () => show(true));
  place.addEventListener("mouseleave", () => show(document.activeElement === link));
  link.addEventListener("focus", () => show(true));
  link.addEventListener("blur", () => show(false));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    link.focus();
    show(true);
  });
  link.addEventListener("keydown", (event) => {
    if (event.key === "Escape") show(false);
    if (event.key === " ") {
      event.preventDefault();
      show(Boolean(bubble.hidden));
    }
  });
}
