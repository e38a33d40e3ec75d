/* The projector: reads along and draws what the room may see. It can do nothing else. */
(function () {
  "use strict";
  const KEY = "fairki.leinwand";
  const SMALLEST = 0.6; // of the wanted font size; what does not fit then can be scrolled
  const STEP = 0.04;
  const { token, keep, listen, make, redraw, put, addressed } = window.fairkiLive;
  const main = document.getElementById("main");
  const line = document.getElementById("line");
  const corner = document.getElementById("corner");
  const full = document.getElementById("full");
  const key = token(KEY);

  if (key) listen("leinwand/ereignisse", key, { news, line: connected, over });
  else over("unknown_token");

  function over(word) {
    keep(KEY, "");
    line.textContent = "";
    if (word === "ended") show("end", farewell);
    else
      show("stranger", () => [
        make("h1", {}, "Diese Leinwand ist noch nicht verbunden"),
        make("p", { class: "screen-lead" }, "Öffnen Sie sie auf der Seite „Workshop leiten“ mit dem Knopf „Leinwand öffnen“."),
      ]);
    fit();
  }

  function connected(yes, why) {
    put(line, yes ? "" : why || "Verbindung unterbrochen. Gleich geht es weiter.");
  }

  function news(state) {
    if (state.ended) return over("ended");
    const activity = state.step && state.step.activity;
    // Numbers change all the time: they are put into what is drawn, so that nothing flickers.
    const step = activity ? { ...state.step, activity: { ...activity, answers: 0, finished: 0 } } : state.step;
    show({ ...state, revision: 0, people: 0, step }, () => scene(state), state);
    put(main.querySelector(".screen-people"), people(state.people));
    if (activity) {
      // An answer that comes card by card counts when it is finished.
      const inParts = activity.public && activity.public.cards;
      put(main.querySelector(".screen-count strong"), String(activity.finished));
      put(main.querySelector(".screen-count > span"), inParts ? `von ${state.people} fertig` : activity.finished === 1 ? "Antwort" : "Antworten");
    }
    fit(); // with all that stands there
  }

  function show(what, build, state = null) {
    redraw(main, what, build);
    redraw(corner, [state && state.title, state && state.join, state && state.code, main.dataset.scene], () => foot(state));
  }

  // ---- scenes ----

  function scene(state) {
    const step = state.step;
    if (!step || step.id === "ankommen") return arrival(state);
    main.dataset.scene = step.activity ? step.activity.state : step.kind;
    const body = step.activity ? activity(step, step.activity) : between(step);
    return make("div", { class: "screen-stage" }, body);
  }

  function arrival(state) {
    main.dataset.scene = "arrival";
    return make(
      "div",
      { class: "screen-arrival" },
      make(
        "div",
        {},
        make("h1", {}, "Willkommen! Machen Sie mit."),
        make("p", { class: "screen-lead" }, "Code mit der Kamera lesen oder diese Adresse öffnen:"),
        make("p", { class: "screen-address" }, addressed(state.join.address)),
        make("p", { class: "screen-lead" }, "Code: ", make("strong", { class: "screen-code" }, state.code)),
        make("p", { class: "screen-people" }),
        make("p", { class: "screen-quiet" }, "Ohne Namen, ohne Konto, ohne App. Am Ende wird alles gelöscht.")
      ),
      make("img", { class: "screen-qr", src: state.join.qr, alt: "QR-Code zum Mitmachen" })
    );
  }

  function people(number) {
    if (!number) return "Noch ist niemand dabei.";
    return number === 1 ? "1 Gerät ist dabei." : `${number} Geräte sind dabei.`;
  }

  function between(step) {
    const text = {
      break: "Wir machen eine Pause. Lassen Sie Ihr Handy einfach so.",
      page: "Dazu sehen wir uns gemeinsam eine Seite im Kurs an. Auch Ihr Handy führt dorthin.",
    }[step.kind];
    return [
      make("h1", { class: "screen-huge" }, step.title),
      text ? lead(text) : null,
      step.ask && step.ask.length ? list(step.ask) : null,
    ].filter(Boolean);
  }

  function activity(step, now) {
    if (now.state === "hidden")
      return [make("h1", { class: "screen-huge" }, step.title), make("p", { class: "screen-lead" }, "Gleich kommt eine Frage auf Ihr Handy.")];
    if (now.state === "revealed") {
      if (now.result) return window.fairkiResult.draw(now.result, 1, true);
      const wait = now.computing ? "Das Ergebnis wird gerade berechnet …" : "Das Ergebnis kommt gleich.";
      return [make("h1", {}, step.title), make("p", { class: "screen-lead" }, wait)];
    }
    const asked = now.public || {};
    return [
      make("p", { class: "screen-quiet" }, [step.title, asked.phase, round(now)].filter(Boolean).join(" · ")),
      make("h1", { class: "screen-question" }, asked.question || asked.title || step.title),
      choices(asked),
      make(
        "p",
        { class: "screen-count" },
        make("strong"),
        " ",
        make("span"),
        " ",
        make("span", { class: "screen-state" }, now.state === "open" ? "Jetzt abstimmen" : "Die Abstimmung ist geschlossen.")
      ),
    ].filter(Boolean);
  }

  function round(now) {
    return now.round > 1 && now.kind !== "kodex_vote" ? `Runde ${now.round}` : "";
  }

  // What can be chosen; nothing of what was chosen.
  function choices(asked) {
    if (asked.options) return list(asked.options.map((one) => one.label));
    if (asked.cards) return lead(`${asked.cards.length} Bewerbungen auf Ihrem Handy: einladen oder absagen.`);
    if (asked.low !== undefined) return lead(`Schätzen Sie eine Zahl von ${asked.low} bis ${asked.high}${asked.unit === "%" ? " %" : ""}.`);
    if (asked.patterns) return lead(`Wählen Sie bis zu ${asked.most} Regeln. Die wichtigste zuerst.`);
    if (asked.rules) return list(asked.rules.map((one) => one.title));
    if (asked.questions) return list(asked.questions.map((one) => one.question));
    return null;
  }

  function list(texts) {
    return make("ul", { class: texts.length > 6 ? "screen-choices screen-many" : "screen-choices" }, texts.map((text) => make("li", {}, text)));
  }

  function lead(text) {
    return make("p", { class: "screen-lead" }, text);
  }

  // While people arrive the address is on the screen anyway; a result needs the room of the code.
  function foot(state) {
    if (!state) return null;
    const title = make("p", {}, state.title);
    if (main.dataset.scene === "arrival") return title;
    return [
      title,
      make("p", {}, "Mitmachen: ", addressed(state.join.address), " · Code ", make("strong", {}, state.code)),
      main.dataset.scene === "revealed" ? null : make("img", { src: state.join.qr, alt: "QR-Code zum Mitmachen" }),
    ];
  }

  function farewell() {
    main.dataset.scene = "end";
    return [
      make("h1", { class: "screen-huge" }, "Vielen Dank!"),
      make("p", { class: "screen-lead" }, "Der Workshop ist beendet. Alle Antworten sind gelöscht."),
    ];
  }

  // ---- as large as possible ----

  function fit() {
    let scale = 1;
    do {
      main.style.setProperty("--scale", scale.toFixed(2));
      scale -= STEP;
    } while (scale >= SMALLEST && (main.scrollHeight > main.clientHeight + 1 || main.scrollWidth > main.clientWidth + 1));
  }
  window.addEventListener("resize", fit);

  full.hidden = !document.fullscreenEnabled;
  full.addEventListener("click", () => document.documentElement.requestFullscreen().catch(() => {}));
  document.addEventListener("fullscreenchange", () => {
    full.hidden = Boolean(document.fullscreenElement);
  });
})();
