/* The facilitator's page. It keeps nothing but its token: what it shows comes from the events, so two facilitators see
   the same. Every command names its aim; a double click does no harm. */
(function () {
  "use strict";
  const KEY = "fairki.leitung";
  const SOON = 60; // s before the end of a step when the clock says so
  const BEHIND = 120; // s that may be lost before the clock says so
  const SAID = 8000; // ms that a short message stays
  const live = window.fairkiLive;
  const { base, token, keep, listen, make, redraw, put, addressed } = live;
  const part = (id) => document.getElementById(id);
  const key = token(KEY);
  let state = null;
  let sheet = null; // the run sheet, as of `sheet.plan`
  let heard = 0; // when the state came, for the clocks
  let loading = false;
  let warned = ""; // the warning of the clock that was said last
  let silence = 0;

  if (key) listen("leitung/ereignisse", key, { news, line: connected, over });
  else over("unknown_token");

  // ---- talking to the server ----

  const ask = (path, options) => live.ask(`leitung/${path}`, key, options);

  // Done is a command only when the workshop itself says so, with the name that this command has.
  async function command(name, values, done) {
    const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
    try {
      const answer = await ask("befehl", { body: { command: name, id, ...values } });
      if (answer.id !== id) throw new live.Stranger(200);
      if (done) say(done);
      return true;
    } catch (error) {
      say(error instanceof live.Refusal ? error.message : unknown(error), true);
      return false;
    }
  }

  // Nobody knows whether it arrived; what is true, the events say as soon as they come again.
  function unknown(error) {
    const why = error instanceof live.Stranger ? error.message : "Keine Verbindung zum Workshop.";
    return `${why} Ihr Befehl ist vielleicht nicht angekommen. Wie es steht, sehen Sie, sobald oben wieder „verbunden“ steht.`;
  }

  async function news(fresh) {
    if (fresh.ended) return over("ended");
    state = fresh;
    heard = Date.now();
    if (sheet && sheet.plan === state.plan) return draw();
    if (loading) return;
    loading = true;
    try {
      sheet = await ask("ablauf");
      draw();
    } catch (error) {
      say(error instanceof live.Refusal ? error.message : unknown(error), true);
      setTimeout(() => state && (!sheet || sheet.plan !== state.plan) && news(state), 3000);
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
    keep(KEY, "");
    state = null;
    for (const id of ["agenda", "people", "line", "trouble", "votes", "texts", "sheet"]) part(id).replaceChildren();
    part("bar").hidden = true;
    part("dialog").close();
    document.querySelector(".lead-side").hidden = true;
    const text =
      word === "ended"
        ? ["Der Workshop ist beendet", "Alle Stimmen, Texte und Zugänge sind gelöscht. Sie können diese Seite schließen. Vielen Dank!"]
        : [
            "Diese Seite gehört zu keinem Workshop",
            "Öffnen Sie die Adresse für die Leitung. Sie steht im Terminal, in dem der Workshop gestartet wurde. Bitte übernehmen Sie die Adresse ganz, auch den Teil nach dem Zeichen #.",
          ];
    redraw(part("now"), text, () => [make("h2", {}, text[0]), make("p", {}, text[1])]);
  }

  // A short message, also for screen readers; it goes by itself.
  function say(text, bad = false) {
    const said = part("said");
    said.textContent = text;
    said.classList.toggle("lead-bad", bad);
    clearTimeout(silence);
    silence = setTimeout(() => said.replaceChildren(), bad ? 2 * SAID : SAID);
  }

  // ---- what is where ----

  const steps = () => sheet.agenda.steps;
  const at = () => steps().findIndex((step) => step.id === state.position);
  const step = () => steps()[at()] || null;
  const phase = () => (step() ? state.phases[step().id] || null : null);
  const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const lacking = (number) => (number === 1 ? "fehlt noch 1 Antwort" : `fehlen noch ${number} Antworten`);
  const several = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  function draw() {
    if (!state || !sheet) return;
    part("bar").hidden = false;
    put(part("agenda"), sheet.agenda.title);
    put(part("people"), `${state.people} dabei, davon ${state.connected} gerade verbunden`);
    put(part("trouble"), state.trouble || "");
    const now = phase();
    redraw(part("buttons"), [state.position, state.plan, now], buttons);
    redraw(part("now"), [state.position, state.plan, state.projector], current);
    redraw(
      part("votes"),
      [state.position, now, state.result, state.computing, state.too_few, state.new, state.people, state.fewest],
      votes
    );
    redraw(part("texts"), [state.texts, now && now.free_text], texts);
    redraw(part("sheet"), [state.position, state.plan], () => (step() ? words(step(), false) : beginning()));
    redraw(part("join"), [state.position === null, state.join, state.code, state.seats, state.silent], joining);
    redraw(part("steps"), [state.position, state.plan, Object.values(state.phases).map((one) => one.state)], runSheet);
    redraw(part("tools"), [state.projector, state.plan], tools);
    redraw(part("settings"), [state.plan, state.fewest, touched()], settings);
    tick();
  }

  // ---- the bar: clocks and buttons ----

  function tick() {
    if (!state || !sheet) return;
    const gone = Math.floor((Date.now() - heard) / 1000);
    const { workshop, step: here } = state.elapsed;
    const now = step();
    if (workshop === null || !now) {
      redraw(part("clock"), "arrival", () => make("p", {}, make("strong", {}, "Ankommen"), " Die Uhr startet mit dem ersten Schritt."));
      return;
    }
    const spent = here + gone;
    const left = now.minutes * 60 - spent;
    const before = steps().slice(0, at()).reduce((sum, one) => sum + one.minutes, 0) * 60;
    const late = workshop + gone - before - Math.min(spent, now.minutes * 60);
    const [kind, text] = pace(left, late);
    redraw(part("clock"), [state.position, spent, workshop + gone, text], () => [
      make(
        "p",
        {},
        make("strong", {}, `Schritt ${at() + 1} von ${steps().length} · ${minutes(spent)}`),
        ` von ${now.minutes} Min. `,
        make("span", { class: "lead-quiet" }, `· Gesamt ${minutes(workshop + gone)} von ${sheet.agenda.minutes} Min.`)
      ),
      make("p", { class: `lead-pace lead-${kind}` }, text),
    ]);
    const warning = kind === "calm" ? "" : `${state.position} ${kind}`;
    if (warning && warning !== warned) say(text);
    warned = warning;
  }
  setInterval(tick, 1000);

  // How the time stands, in friendly words.
  function pace(left, late) {
    if (left < -SOON) return ["over", `${several(Math.floor(-left / 60), "Minute", "Minuten")} über der Zeit. Kommen Sie in Ruhe zum Schluss.`];
    if (left < 0) return ["over", "Die Zeit für diesen Schritt ist um."];
    if (left <= SOON) return ["soon", "Die letzte Minute für diesen Schritt läuft."];
    if (late > BEHIND) return ["late", `Etwa ${Math.round(late / 60)} Minuten hinter dem Plan. Das holen Sie auf, oder Sie lassen etwas weg.`];
    return ["calm", `Noch etwa ${several(Math.ceil(left / 60), "Minute", "Minuten")}. Sie liegen gut in der Zeit.`];
  }

  function buttons() {
    const now = phase();
    const place = at();
    const before = place > 0 ? steps()[place - 1] : null;
    const after = steps()[place + 1] || null;
    const all = [
      button("back", "‹ Zurück", place >= 0, () => command("go", { step: before && before.id }), {
        "aria-label": `Zurück: ${before ? before.title : "Ankommen"}`,
      }),
    ];
    if (now) all.push(...voting(now));
    all.push(
      button("on", place < 0 ? "Workshop beginnen ›" : "Weiter ›", Boolean(after), () => command("go", { step: after.id }), {
        "aria-label": after ? `${place < 0 ? "Workshop beginnen" : "Weiter"}: ${after.title}` : "Weiter",
        main: place < 0 || !now || (now.state === "revealed" && !unfinished(now)),
      })
    );
    return all;
  }

  // Whether an activity with named rounds has another one to come.
  const unfinished = (now) => now.round < now.names.length;

  function voting(now) {
    const id = state.position;
    const { state: is, round, next } = now;
    const run = (name, values, done) => () => command(name, { step: id, ...values }, done);
    const named = now.names.length > 0;
    const missing = named && next !== null && now.answers < state.fewest;
    const following = named ? now.names[Math.min(round, now.names.length - 1)] : "";
    return [
      button("open", is === "closed" || is === "revealed" ? "Wieder öffnen" : "Öffnen", is !== "open", run("open", { round }, "Die Abstimmung ist offen."), {
        main: is === "hidden",
      }),
      button("close", is === "revealed" ? "Verbergen" : "Schließen", is === "open" || is === "revealed", run("close", {}, is === "revealed" ? "Das Ergebnis ist wieder verborgen." : "Die Abstimmung ist geschlossen."), {
        main: is === "open",
      }),
      button("reveal", "Zeigen", is === "closed" || is === "open", run("reveal", {}, "Alle sehen jetzt das Ergebnis."), { main: is === "closed" }),
      button("next", following ? `Nächste Runde: ${following}` : "Nächste Runde", next !== null && is !== "open" && !missing, run("open", { round: next }, `Runde ${next} ist offen.`), {
        main: is === "revealed" && unfinished(now),
      }),
      button("reset", "Zurücksetzen", is !== "hidden", () => confirmReset(id)),
    ];
  }

  // A button that cannot be used now stays where it is and keeps the focus.
  function button(name, text, usable, run, { main = false, ...attributes } = {}) {
    return make(
      "button",
      {
        type: "button",
        class: `fk-button ${main && usable ? "fk-primary" : "fk-secondary"}`,
        "data-name": name,
        "aria-disabled": usable ? null : "true",
        on: { click: () => usable && run() },
        ...attributes,
      },
      text
    );
  }

  function confirmReset(id) {
    const title = step().title;
    dialog("Abstimmung zurücksetzen?", [make("p", {}, `Alle Stimmen zu „${title}“ werden gelöscht, auch die aus früheren Runden. Danach können Sie neu öffnen.`)], [
      ["Zurücksetzen", () => command("reset", { step: id }, "Die Abstimmung ist zurückgesetzt.")],
    ]);
  }

  // ---- the current step ----

  function current() {
    const now = step();
    if (!now) {
      return [
        make("h2", {}, "Die Teilnehmenden kommen an"),
        make("p", {}, "Öffnen Sie die Leinwand. Alle sehen dort die Adresse und den Code. Wenn genug Personen da sind, beginnen Sie."),
        wall("fk-primary"),
      ];
    }
    return [
      make("h2", {}, now.title),
      make(
        "p",
        { class: "lead-quiet" },
        [kinds[now.kind], several(now.minutes, "Minute", "Minuten"), now.unit && `Einheit ${now.unit}`].filter(Boolean).join(" · ")
      ),
      now.goal ? make("p", {}, make("strong", {}, "Ziel: "), now.goal) : null,
      now.page ? coursePage(now) : null,
      at() === steps().length - 1 ? make("p", {}, "Das ist der letzte Schritt. Danach laden Sie das Protokoll und beenden den Workshop.") : null,
    ];
  }
  // In a step of this kind the page is what the room looks at.
  function coursePage(now) {
    const needed = now.kind === "page";
    const look = needed ? "fk-button fk-primary" : null;
    return make(
      "p",
      {},
      make("a", { class: look, href: base + now.page.slice(1), target: "_blank", rel: "noopener" }, needed ? "Kursseite öffnen (neues Fenster)" : "Kursseite dazu in neuem Fenster öffnen"),
      needed ? make("span", { class: "lead-hint" }, "Ziehen Sie das Fenster auf den Projektor. Alle können die Seite auch auf ihrem Handy öffnen.") : null
    );
  }
  const kinds = { activity: "Abstimmung", talk: "Gespräch", page: "Kursseite auf der Leinwand", break: "Pause" };
  const states = { hidden: "noch nicht geöffnet", open: "offen", closed: "geschlossen", revealed: "das Ergebnis ist zu sehen" };

  function votes() {
    const now = phase();
    if (!now) return null;
    const name = now.names.length ? ` (${now.names[Math.min(now.round, now.names.length) - 1]})` : "";
    const earlier = now.rounds.slice(0, -1).map((number, place) => `Runde ${place + 1}: ${number}`);
    const inParts = Boolean(state.public && state.public.cards); // an answer comes card by card: finished ones count
    const head = make(
      "p",
      { class: "lead-count" },
      make("strong", {}, String(now.finished)),
      inParts ? ` von ${state.people} fertig` : ` von ${several(state.people, "Person hat", "Personen haben")} geantwortet`
    );
    const begun = now.answers - now.finished;
    const about = [begun ? `${several(begun, "Gerät hat", "Geräte haben")} angefangen.` : "", `Runde ${now.round}${name}: ${states[now.state]}.`, earlier.length ? `Antworten vorher: ${earlier.join(", ")}.` : ""];
    return make(
      "div",
      { class: "fk-panel" },
      make("h3", {}, "Abstimmung"),
      head,
      make("p", { class: "lead-quiet" }, about.filter(Boolean).join(" ")),
      preview(now)
    );
  }

  function preview(now) {
    if (now.state === "hidden") return make("p", {}, "Die Leinwand und die Handys zeigen die Frage, sobald Sie öffnen.");
    if (now.state === "open") {
      const missing = state.fewest - now.finished;
      const enough = missing > 0 ? `Für ein Ergebnis ${lacking(missing)}.` : "Es sind genug Antworten für ein Ergebnis.";
      return make("p", {}, `${enough} Niemand sieht etwas davon, bevor Sie schließen.`);
    }
    if (state.too_few) return make("p", {}, `Es ${lacking(state.too_few)}. Ein Ergebnis gibt es ab ${state.fewest}. Sie können wieder öffnen.`);
    if (!state.result) return make("p", {}, "Das Ergebnis wird berechnet. Das dauert nur wenige Sekunden.");
    const seen = now.state === "revealed";
    const late = state.new && several(state.new.answers, "Antwort ist", "Antworten sind");
    return [
      late ? make("p", {}, `${late} seit der letzten Anzeige neu und noch nicht im Ergebnis. Neue Zahlen gibt es, wenn noch ${several(state.new.missing, "neue Antwort kommt", "neue Antworten kommen")}. So bleibt jede einzelne geheim.`) : null,
      make(
        "details",
        { class: "lead-preview", open: true },
        make("summary", {}, seen ? "Das sieht der Raum gerade" : "Vorschau: Das sehen nur Sie"),
        window.fairkiResult.draw(state.result, 4)
      ),
    ];
  }

  function texts() {
    const now = phase();
    if (!now || now.free_text === null) return null;
    const id = state.position;
    const shown = state.texts.filter((one) => one.shown).length;
    return make(
      "div",
      { class: "fk-panel" },
      make("h3", {}, "Freie Antworten"),
      make(
        "label",
        { class: "lead-check" },
        make("input", {
          type: "checkbox",
          "data-name": "free",
          checked: now.free_text,
          on: {
            change: (event) =>
              command("free_text", { step: id, on: event.target.checked }, event.target.checked ? "Freie Antworten sind erlaubt." : "Freie Antworten sind aus."),
          },
        }),
        make("span", {}, "Freie Antworten erlauben. Sie lesen jeden Text zuerst.")
      ),
      state.texts.length
        ? [
            make("p", { class: "lead-quiet" }, `${several(state.texts.length, "Text", "Texte")}, davon ${shown} freigegeben. Zeigen Sie nichts mit Namen.`),
            make("ul", { class: "lead-texts" }, state.texts.map((one) => moderated(id, one))),
          ]
        : now.free_text
          ? make("p", { class: "lead-quiet" }, `Texte erscheinen hier ab ${state.fewest} Antworten.`)
          : null
    );
  }

  function beginning() {
    return [make("h3", {}, "Damit beginnen Sie"), words(steps()[0], false)];
  }

  function moderated(id, one) {
    const what = one.shown ? "Wieder verbergen" : "Freigeben";
    return make(
      "li",
      {},
      make("p", {}, one.text, one.shown ? make("strong", {}, " ✓ freigegeben") : null),
      make(
        "button",
        {
          type: "button",
          class: "fk-button fk-secondary",
          "data-name": `text ${one.text}`,
          "aria-label": `${what}: ${one.text}`,
          on: { click: () => command("moderate", { step: id, text: one.text, shown: !one.shown }) },
        },
        what
      )
    );
  }

  // What to say and to ask; `folded` for a step that is not the current one.
  function words(of, folded) {
    const list = (title, texts, tag = "p") => (texts.length ? [make("h4", {}, title), tag === "p" ? texts.map((text) => make("p", {}, text)) : make("ul", {}, texts.map((text) => make("li", {}, text)))] : []);
    const fold = (name, title, content) =>
      content.length ? make("details", { "data-name": `${of.id} ${name}` }, make("summary", {}, title), content) : null;
    const objections = of.objections.map((one) => make("div", { class: "lead-objection" }, make("p", {}, make("strong", {}, `„${one.says}“`)), make("p", {}, one.answer)));
    const inside = [
      make("div", { class: "lead-say" }, list("Das sagen Sie", of.say)),
      list("Das fragen Sie", of.ask, "ul"),
      fold("expect", "Was geantwortet werden könnte", of.expect.map((text) => make("p", {}, text))),
      fold("objections", "Einwände und gute Antworten", objections),
      fold("plan", "Plan B", of.plan_b ? [make("p", {}, of.plan_b)] : []),
    ];
    return make("div", { class: folded ? "lead-words" : "lead-words fk-panel" }, inside.flat().filter(Boolean));
  }

  // ---- beside it ----

  function joining() {
    return make(
      "div",
      { class: state.position === null ? "fk-panel lead-join lead-large" : "fk-panel lead-join" },
      make("h3", {}, "Mitmachen"),
      make("img", { src: state.join.qr, alt: "QR-Code zum Mitmachen", width: "200", height: "200" }),
      make("div", {}, make("p", { class: "lead-address" }, addressed(state.join.address)), make("p", {}, "Code: ", make("strong", { class: "lead-code" }, state.code))),
      addresses(),
      state.seats ? make("div", { class: "lead-wide" }, make("p", {}, `Nur mit Platzkarte: ${state.seats} Plätze.`), make("button", { type: "button", class: "fk-button fk-secondary", "data-name": "cards", on: { click: cards } }, "Platzkarten laden (Word)")) : null,
      silent()
    );
  }

  // A machine in several networks has several addresses, and only who leads knows in which one the phones are.
  function addresses() {
    if (state.join.addresses.length < 2) return null;
    const choice = (one) => make("option", { value: one, selected: one === state.join.address }, one.replace("http://", "").replace("/mitmachen", ""));
    const select = make("select", { id: "address", "data-name": "address", on: { change: () => command("address", { address: select.value }, "Die Leinwand zeigt jetzt diese Adresse.") } }, state.join.addresses.map(choice));
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
    if (!state.silent) return null;
    return make(
      "details",
      { "data-name": "silent", class: "lead-wide" },
      make("summary", {}, `${several(state.silent, "stummes Gerät", "stumme Geräte")}`),
      make("p", {}, "Sie sind beigetreten, aber nicht verbunden, und haben nie abgestimmt. Vielleicht ist jemand gegangen, oder ein Gerät ist oft beigetreten. Wer zurückkommt, ist von selbst wieder dabei."),
      button("silent", "Stumme Geräte entfernen", true, () => command("remove_silent", {}, "Die stummen Geräte sind entfernt."))
    );
  }

  function runSheet() {
    let begin = 0;
    const rows = steps().map((one, number) => {
      const from = begin;
      begin += one.minutes;
      const here = one.id === state.position;
      const now = state.phases[one.id];
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

  function tools() {
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
    const own = sheet.agendas.every((one) => one.id !== sheet.agenda.id);
    return `${base}leitfaden/ablauf-${sheet.agenda.id}${own ? `?einheiten=${[...units].join(",")}` : ""}`;
  }

  function wall(look) {
    return make("a", { class: `fk-button ${look}`, href: state.projector, target: "_blank", rel: "noopener" }, "Leinwand öffnen");
  }

  const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const protocol = () => download("protokoll.docx", "Das Protokoll liegt bei Ihren Downloads.");
  const cards = () => download("platzkarten.docx", "Die Platzkarten liegen bei Ihren Downloads.");

  async function download(name, done) {
    try {
      const address = URL.createObjectURL(await ask(name, { type: WORD }));
      make("a", { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60000);
      say(done);
    } catch (error) {
      const why = error instanceof live.Refusal || error instanceof live.Stranger ? error.message : "Keine Verbindung zum Workshop.";
      say(`Die Datei ließ sich nicht laden. ${why}`, true);
    }
  }

  // ---- settings ----

  const touched = () => Object.values(state.phases).some((one) => one.state !== "hidden");

  function settings() {
    return make(
      "div",
      { class: "fk-panel" },
      make("h3", {}, "Einstellungen"),
      make("details", { "data-name": "fewest" }, make("summary", {}, `Ergebnisse ab ${state.fewest} Antworten`), fewest()),
      make("details", { "data-name": "agenda" }, make("summary", {}, "Anderer Ablauf"), touched() ? make("p", {}, "Der Ablauf lässt sich nicht mehr tauschen, weil schon abgestimmt wurde. Sie können aber zu jedem Schritt springen.") : [ready(), own()]),
      make("details", { "data-name": "end" }, make("summary", {}, "Workshop beenden"), ending())
    );
  }

  function fewest() {
    const input = make("input", { id: "fewest", type: "text", inputmode: "numeric", value: String(state.fewest), "data-name": "fewest-number", on: { input: () => input.setCustomValidity("") } });
    return make(
      "form",
      {
        novalidate: true, // what is wrong is said in German, when the number is sent
        on: {
          submit: (event) => {
            event.preventDefault();
            const [number, other] = numbers.readings(input.value);
            const fits = Number.isInteger(number) && number >= 5 && number <= 50;
            const wrong = other !== undefined ? numbers.which(input.value) : fits ? "" : "Bitte eine ganze Zahl von 5 bis 50.";
            input.setCustomValidity(wrong);
            if (!input.reportValidity()) return;
            command("fewest", { number }, `Ergebnisse erscheinen ab ${number} Antworten.`);
          },
        },
      },
      make("label", { for: "fewest" }, "So viele Antworten braucht ein Ergebnis (5 bis 50)"),
      make("p", { class: "lead-quiet" }, "Sobald es Stimmen gibt, lässt sich die Zahl nur noch erhöhen."),
      make("div", { class: "lead-line" }, input, make("button", { class: "fk-button fk-secondary" }, "Übernehmen"))
    );
  }

  function ready() {
    const select = make("select", { id: "ready", "data-name": "ready" }, sheet.agendas.map((one) => make("option", { value: one.id, selected: one.id === sheet.agenda.id }, `${one.title} (${one.minutes} Min.)`)));
    return make(
      "form",
      {
        on: {
          submit: (event) => {
            event.preventDefault();
            command("agenda", { agenda: select.value }, "Der Ablauf ist gewechselt.");
          },
        },
      },
      make("label", { for: "ready" }, "Fertiger Ablauf"),
      select,
      make("button", { class: "fk-button fk-secondary" }, "Diesen Ablauf nehmen")
    );
  }

  function own() {
    const modules = new Map();
    for (const unit of sheet.units) modules.set(unit.module, [...(modules.get(unit.module) || []), unit]);
    const sum = make("p", { class: "lead-quiet", role: "status" }, "Noch nichts ausgewählt.");
    const form = make(
      "form",
      {
        on: {
          change: () => {
            const ticked = chosen();
            const total = sheet.units.filter((unit) => ticked.includes(unit.id)).reduce((all, unit) => all + unit.minutes, 0);
            sum.textContent = ticked.length ? `${several(ticked.length, "Einheit", "Einheiten")}, etwa ${total} Minuten. Dazu kommen Anfang, Pausen und Schluss.` : "Noch nichts ausgewählt.";
          },
          submit: (event) => {
            event.preventDefault();
            if (chosen().length) command("agenda", { units: chosen() }, "Der eigene Ablauf ist da.");
            else say("Bitte kreuzen Sie mindestens eine Einheit an.", true);
          },
        },
      },
      make("p", { class: "lead-label" }, "Eigener Ablauf: Einheiten ankreuzen"),
      [...modules].map(([module, units]) =>
        make(
          "fieldset",
          {},
          make("legend", {}, module),
          units.map((unit) => make("label", { class: "lead-check" }, make("input", { type: "checkbox", value: unit.id }), make("span", {}, `${unit.id} ${unit.title} (${unit.minutes} Min.)`)))
        )
      ),
      sum,
      make("button", { class: "fk-button fk-secondary" }, "Eigenen Ablauf nehmen")
    );
    const chosen = () => [...form.querySelectorAll(":checked")].map((box) => box.value);
    return form;
  }

  function ending() {
    return [
      make("p", {}, "Am Ende wird alles gelöscht. Laden Sie vorher das Protokoll, wenn Sie es brauchen."),
      make("button", { type: "button", class: "fk-button lead-danger", "data-name": "end-button", on: { click: askEnd } }, "Workshop beenden …"),
    ];
  }

  function askEnd() {
    dialog(
      "Workshop beenden und alles löschen?",
      [
        make("p", {}, "Gelöscht werden für alle: alle Stimmen, alle Texte, alle Ergebnisse und alle Zugänge. Das lässt sich nicht rückgängig machen."),
        make("p", {}, make("button", { type: "button", class: "fk-button fk-secondary", on: { click: protocol } }, "Vorher das Protokoll laden (Word)")),
      ],
      [["Weiter zum Löschen", askTwice]]
    );
  }

  function askTwice() {
    const input = make("input", { id: "word", type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
    dialog(
      "Wirklich alles löschen?",
      [
        make("p", {}, `Es geht um die Antworten von ${several(state.people, "Gerät", "Geräten")}. Danach ist nichts mehr da, auch nicht für Sie.`),
        make("p", {}, make("label", { for: "word" }, "Schreiben Sie zur Bestätigung: beenden"), input),
      ],
      [
        [
          "Alles löschen",
          () => {
            if (input.value.trim().toLowerCase() === "beenden") return command("end", { confirm: "beenden" });
            say("Bitte schreiben Sie das Wort „beenden“ in das Feld.", true);
            input.focus();
            return "stay";
          },
          "lead-danger",
        ],
      ]
    );
    input.focus();
  }

  // A question before something that cannot be undone. The safe answer comes first.
  function dialog(title, content, answers) {
    const box = part("dialog");
    const close = () => box.close();
    box.replaceChildren(
      make("h2", { id: "dialog-title" }, title),
      ...content,
      make(
        "div",
        { class: "fk-row" },
        make("button", { type: "button", class: "fk-button fk-secondary", on: { click: close } }, "Abbrechen"),
        answers.map(([text, run, look = "lead-danger"]) =>
          make(
            "button",
            {
              type: "button",
              class: `fk-button ${look}`,
              on: {
                click: () => {
                  const open = box.firstChild;
                  if (run() !== "stay" && box.firstChild === open) close();
                },
              },
            },
            text
          )
        )
      )
    );
    if (!box.open) box.showModal();
  }
})();
