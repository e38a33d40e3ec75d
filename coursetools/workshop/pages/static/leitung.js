/* The facilitator's page. It keeps nothing but its token: what it shows comes from the events, so two facilitators see
   the same. Every command names its aim; a double click does no harm. */
import * as lead_room from "../parts/lead_room.js";
import * as lead_pieces from "../parts/lead_pieces.js";
import * as lead_bar from "../parts/lead_bar.js";
import * as lead_step from "../parts/lead_step.js";
import * as lead_side from "../parts/lead_side.js";
import * as lead_settings from "../parts/lead_settings.js";

(function () {
  "use strict";
  const live = window.fairkiLive;
  const { keep, listen, make, redraw, put } = live;
  const { ask, key, part, phase, room, say, step, touched, unknown } = lead_room;
  let loading = false;

  if (key) listen("leitung/ereignisse", key, { news, line: connected, over });
  else over("unknown_token");

  // ---- talking to the server ----

  async function news(fresh) {
    if (fresh.ended) return over("ended");
    room.state = fresh;
    room.heard = Date.now();
    if (room.sheet && room.sheet.plan === room.state.plan) return draw();
    if (loading) return;
    loading = true;
    try {
      room.sheet = await ask("ablauf");
      draw();
    } catch (error) {
      say(error instanceof live.Refusal ? error.message : unknown(error), true);
      setTimeout(() => room.state && (!room.sheet || room.sheet.plan !== room.state.plan) && news(room.state), 3000);
    } finally {
      loading = false;
    }
  }

  let wasConnected = true;
  function connected(yes, why) {
    put(part("line"), yes ? "verbunden" : why || "Verbindung unterbrochen. Die Seite versucht es weiter.");
    part("line").className = yes ? "" : "lead-lost";
    if (yes && !wasConnected) say("Die Verbindung ist wieder da. Es ging nichts verloren.");
    wasConnected = yes;
  }

  function over(word) {
    keep(lead_room.KEY, "");
    room.state = null;
    for (const id of ["agenda", "people", "line", "trouble", "votes", "texts", "sheet"]) part(id).replaceChildren();
    part("bar").hidden = true;
    /** @type {HTMLDialogElement} */ (part("dialog")).close();
    /** @type {HTMLElement} */ (document.querySelector(".lead-side")).hidden = true;
    const text =
      word === "ended"
        ? ["Der Workshop ist beendet", "Alle Stimmen, Texte und Zugänge sind gelöscht. Sie können diese Seite schließen. Vielen Dank!"]
        : [
            "Diese Seite gehört zu keinem Workshop",
            "Öffnen Sie die Adresse für die Leitung. Sie steht im Terminal, in dem der Workshop gestartet wurde. Bitte übernehmen Sie die Adresse ganz, auch den Teil nach dem Zeichen #.",
          ];
    redraw(part("now"), text, () => [make("h2", {}, text[0]), make("p", {}, text[1])]);
  }

  // ---- what is where ----

  function draw() {
    if (!room.state || !room.sheet) return;
    part("bar").hidden = false;
    put(part("agenda"), room.sheet.agenda.title);
    put(part("people"), `${room.state.people} dabei, davon ${room.state.connected} gerade verbunden`);
    put(part("trouble"), room.state.trouble || "");
    const now = phase();
    redraw(part("buttons"), [room.state.position, room.state.plan, now], lead_bar.buttons);
    redraw(part("now"), [room.state.position, room.state.plan, room.state.projector], lead_step.current);
    redraw(
      part("votes"),
      [room.state.position, now, room.state.result, room.state.computing, room.state.too_few, room.state.new, room.state.people, room.state.fewest],
      lead_step.votes
    );
    redraw(part("texts"), [room.state.texts, now && now.free_text], lead_step.texts);
    redraw(part("sheet"), [room.state.position, room.state.plan], () => (step() ? lead_pieces.words(step(), false) : lead_step.beginning()));
    redraw(part("join"), [room.state.position === null, room.state.join, room.state.code, room.state.seats, room.state.silent], lead_side.joining);
    redraw(part("steps"), [room.state.position, room.state.plan, Object.values(room.state.phases).map((one) => one.state)], lead_side.runSheet);
    redraw(part("tools"), [room.state.projector, room.state.plan], lead_side.tools);
    redraw(part("settings"), [room.state.plan, room.state.fewest, touched()], lead_settings.settings);
    lead_bar.tick();
  }

})();
