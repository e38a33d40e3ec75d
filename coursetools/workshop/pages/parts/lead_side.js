/** What stands beside the current step: how to join, the run sheet, projector and papers. */
import * as agenda_plan from "./agenda_plan.js";
import * as lead_room from "./lead_room.js";
import * as lead_pieces from "./lead_pieces.js";
import * as live from "./live.js";
import * as lead_texts from "../texts/lead_texts.js";
import * as lead_more_texts from "../texts/lead_more_texts.js";

const { addressed, base, make } = live;
const { side } = lead_more_texts;
const { cards, command, sheet, state, steps } = lead_room;
const { button, wall, words } = lead_pieces;

const STEPS = "schritte"; // in the address of a guide

export function joining() {
  return make(
    "div",
    { class: state().position === null ? "fk-panel lead-join lead-large" : "fk-panel lead-join" },
    make("h3", {}, lead_texts.join),
    make("img", { src: state().join.qr, alt: side.qr, width: "200", height: "200" }),
    make("div", {}, make("p", { class: "lead-address" }, addressed(state().join.address)), make("p", {}, side.code, make("strong", { class: "lead-code" }, state().code))),
    addresses(),
    state().seats ? make("div", { class: "lead-wide" }, make("p", {}, side.seats(state().seats ?? 0)), make("button", { type: "button", class: "fk-button fk-secondary", "data-name": "cards", on: { click: cards } }, side.cards)) : null,
    silent()
  );
}

// A machine in several networks has several addresses, and only who leads knows in which one the phones are.
function addresses() {
  if (state().join.addresses.length < 2) return null;
  /** @param {string} one */
  const choice = (one) => make("option", { value: one, selected: one === state().join.address }, one.replace("http://", "").replace("/mitmachen", ""));
  const select = make("select", { id: "address", "data-name": "address", on: { change: () => command("address", { address: select.value }, side.addressSet) } }, state().join.addresses.map(choice));
  return make(
    "details",
    { "data-name": "addresses", class: "lead-wide" },
    make("summary", {}, side.addresses),
    make("p", {}, side.addressesText),
    make("label", { for: "address" }, side.address),
    select
  );
}

// Devices that never voted and do not listen: somebody has gone, or one device has joined many times.
function silent() {
  if (!state().silent) return null;
  return make(
    "details",
    { "data-name": "silent", class: "lead-wide" },
    make("summary", {}, side.silent(state().silent)),
    make("p", {}, side.silentText),
    button("silent", side.removeSilent, true, () => command("remove_silent", {}, side.silentRemoved))
  );
}

export function runSheet() {
  let begin = 0;
  const rows = steps().map((one, number) => {
    const from = begin;
    begin += one.minutes;
    const here = one.id === state().position;
    const now = state().phases[one.id];
    const mark = here ? side.now : now && now.state !== "hidden" ? side.voted : "";
    return make(
      "li",
      { "aria-current": here ? "step" : null },
      make(
        "details",
        { "data-name": `step ${one.id}` },
        make(
          "summary",
          {},
          make("span", { class: "lead-step" }, `${number + 1}. ${/^(own-|frage_)/.test(one.id) ? `${one.title}: ${one.settings?.question}` : one.title}`),
          make("span", { class: "lead-quiet" }, [side.from(from), side.minutes(one.minutes), mark].filter(Boolean).join(" · "))
        ),
        here ? make("p", {}, side.running) : button(`go ${one.id}`, side.go, true, () => command("go", { step: one.id }, side.gone(one.title))),
        here ? null : words(one, true)
      )
    );
  });
  return make("div", { class: "fk-panel" }, make("h3", {}, side.runSheet), make("ol", { class: "lead-steps" }, rows));
}

export function tools() {
  return make(
    "div",
    { class: "fk-panel" },
    make("h3", {}, side.tools),
    make(
      "div",
      { class: "lead-tools" },
      wall("fk-secondary")
    ),
    make(
      "ul",
      {},
      make("li", {}, make("a", { href: guide(), target: "_blank", rel: "noopener" }, side.print)),
      make("li", {}, make("a", { href: `${base}leitfaden`, target: "_blank", rel: "noopener" }, side.guides))
    ),
    make("p", { class: "lead-quiet" }, side.toolsText)
  );
}

// An own agenda has no name; its guide is made from its steps.
function guide() {
  const own = sheet().agendas.every((one) => one.id !== sheet().agenda.id);
  const named = steps().filter(({ id }) => !agenda_plan.asked(id)).map((one) => `${agenda_plan.base(one.id)}-${one.minutes}`);
  return `${base}leitfaden/ablauf-${sheet().agenda.id}${own ? `?${STEPS}=${named.join(",")}` : ""}`;
}
