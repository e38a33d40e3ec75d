/** What stands beside the current step: how to join, the run sheet, projector and papers. */
import * as lead_room from "./lead_room.js";
import * as lead_pieces from "./lead_pieces.js";

const { addressed, base, make } = window.fairkiLive;
const { cards, command, protocol, room, several, steps } = lead_room;
const { button, wall, words } = lead_pieces;

export function joining() {
  return make(
    "div",
    { class: room.state.position === null ? "fk-panel lead-join lead-large" : "fk-panel lead-join" },
    make("h3", {}, "Mitmachen"),
    make("img", { src: room.state.join.qr, alt: "QR-Code zum Mitmachen", width: "200", height: "200" }),
    make("div", {}, make("p", { class: "lead-address" }, addressed(room.state.join.address)), make("p", {}, "Code: ", make("strong", { class: "lead-code" }, room.state.code))),
    addresses(),
    room.state.seats ? make("div", { class: "lead-wide" }, make("p", {}, `Nur mit Platzkarte: ${room.state.seats} Plätze.`), make("button", { type: "button", class: "fk-button fk-secondary", "data-name": "cards", on: { click: cards } }, "Platzkarten laden (Word)")) : null,
    silent()
  );
}

// A machine in several networks has several addresses, and only who leads knows in which one the phones are.
function addresses() {
  if (room.state.join.addresses.length < 2) return null;
  const choice = (one) => make("option", { value: one, selected: one === room.state.join.address }, one.replace("http://", "").replace("/mitmachen", ""));
  const select = make("select", { id: "address", "data-name": "address", on: { change: () => command("address", { address: select.value }, "Die Leinwand zeigt jetzt diese Adresse.") } }, room.state.join.addresses.map(choice));
  return make(
    "details",
    { "data-name": "addresses", class: "lead-wide" },
    make("summary", {}, "Handys finden die Seite nicht?"),
    make("p", {}, "Dieser Rechner ist in mehreren Netzen. Wählen Sie die Adresse im Netz der Handys."),
    make("label", { for: "address" }, "Adresse auf der Leinwand"),
    select
  );
}

// Devices that never voted and do not listen: somebody has gone, or one device has joined many times.
function silent() {
  if (!room.state.silent) return null;
  return make(
    "details",
    { "data-name": "silent", class: "lead-wide" },
    make("summary", {}, `${several(room.state.silent, "stummes Gerät", "stumme Geräte")}`),
    make("p", {}, "Sie sind beigetreten, aber nicht verbunden, und haben nie abgestimmt. Vielleicht ist jemand gegangen, oder ein Gerät ist oft beigetreten. Wer zurückkommt, ist von selbst wieder dabei."),
    button("silent", "Stumme Geräte entfernen", true, () => command("remove_silent", {}, "Die stummen Geräte sind entfernt."))
  );
}

export function runSheet() {
  let begin = 0;
  const rows = steps().map((one, number) => {
    const from = begin;
    begin += one.minutes;
    const here = one.id === room.state.position;
    const now = room.state.phases[one.id];
    const mark = here ? "jetzt" : now && now.state !== "hidden" ? "abgestimmt" : "";
    return make(
      "li",
      { "aria-current": here ? "step" : null },
      make(
        "details",
        { "data-name": `step ${one.id}` },
        make(
          "summary",
          {},
          make("span", { class: "lead-step" }, `${number + 1}. ${one.title}`),
          make("span", { class: "lead-quiet" }, [`ab Min. ${from}`, `${one.minutes} Min.`, mark].filter(Boolean).join(" · "))
        ),
        here ? make("p", {}, "Dieser Schritt läuft gerade.") : button(`go ${one.id}`, "Zu diesem Schritt gehen", true, () => command("go", { step: one.id }, `Jetzt: ${one.title}`)),
        here ? null : words(one, true)
      )
    );
  });
  return make("div", { class: "fk-panel" }, make("h3", {}, "Ablauf"), make("ol", { class: "lead-steps" }, rows));
}

export function tools() {
  return make(
    "div",
    { class: "fk-panel" },
    make("h3", {}, "Leinwand und Unterlagen"),
    make(
      "div",
      { class: "lead-tools" },
      wall("fk-secondary"),
      make("button", { type: "button", class: "fk-button fk-secondary", on: { click: protocol } }, "Protokoll laden (Word)")
    ),
    make(
      "ul",
      {},
      make("li", {}, make("a", { href: guide(), target: "_blank", rel: "noopener" }, "Dieser Ablauf zum Drucken")),
      make("li", {}, make("a", { href: `${base}leitfaden`, target: "_blank", rel: "noopener" }, "Alle Leitfäden"))
    ),
    make("p", { class: "lead-quiet" }, "Ziehen Sie das Fenster der Leinwand auf den Projektor. Diese Seite hier bleibt bei Ihnen. Ihre Adresse gibt allen Zugriff, die sie kennen.")
  );
}

// An own agenda has no name; its guide is made from its units.
function guide() {
  const units = new Set(steps().map((one) => one.unit).filter(Boolean));
  const own = room.sheet.agendas.every((one) => one.id !== room.sheet.agenda.id);
  return `${base}leitfaden/ablauf-${room.sheet.agenda.id}${own ? `?einheiten=${[...units].join(",")}` : ""}`;
}
