/* The vote page: plain JavaScript of 2017, no library. What it remembers is a random token and votes that are not yet
   confirmed; both stay in this browser. Every vote carries a nonce, so sending it again after a lost answer counts once,
   and only an answer with this nonce confirms it. */
(function () {
  "use strict";
  var KEY = "fairki.workshop";
  var PATIENCE = 20000; // ms for an answer; then we ask again
  var WAITS = "Noch nicht gespeichert: Ihre Stimme wartet auf die Verbindung. Sie geht nicht verloren.";
  var UNSAVED = "Ihre Stimme wartet hier und ist noch nicht gespeichert.";
  var base = document.body.dataset.base;
  var main = document.getElementById("main");
  var line = document.getElementById("line");
  var said = document.getElementById("said");
  var own = remembered();
  var shown = null; // key of what is drawn, so that an event without news does not undo a half-made choice
  var state = null;
  var heard = 0; // when the server was heard last
  var stream = null;
  var tries = 0;
  var sending = false;
  var joining = 0; // timers for the next try
  var flushing = 0;
  var submit = null; // the button that gives the answer, if there is one
  var answered = false; // whether there is a confirmed vote in this round

  // ---- what this browser remembers ----

  function remembered() {
    try {
      var found = JSON.parse(localStorage.getItem(KEY));
      return found && typeof found.code === "string" && typeof found.token === "string" ? found : {}; // or it is damaged
    } catch (error) {
      return {};
    }
  }

  function remember(change) {
    Object.keys(change).forEach(function (name) {
      own[name] = change[name];
    });
    try {
      localStorage.setItem(KEY, JSON.stringify(own));
    } catch (error) {
      // private mode: the page works, a reload joins again
    }
  }

  function forget() {
    own = {};
    try {
      localStorage.removeItem(KEY);
    } catch (error) {
      // nothing was kept
    }
  }

  // ---- talking to the server ----

  // Only what carries the workshop's mark is its answer. Everything else comes from something in between: a login page,
  // a proxy, half an answer. Then nothing is known, and whoever asked asks again.
  function ask(path, body) {
    var headers = { "Content-Type": "application/json" };
    if (own.token) headers.Authorization = "Bearer " + own.token;
    var patience = window.AbortController ? new AbortController() : null;
    var timer = setTimeout(function () { if (patience) patience.abort(); }, PATIENCE);
    return fetch(base + "mitmachen/" + own.code + "/" + path, {
      method: body ? "POST" : "GET",
      headers: headers,
      body: body ? JSON.stringify(body) : undefined,
      cache: "no-store",
      redirect: "manual",
      signal: patience ? patience.signal : undefined,
    })
      .then(function (answer) {
        return answer.text().then(function (text) {
          return understood(answer, text);
        });
      })
      .then(
        function (data) {
          clearTimeout(timer);
          return data;
        },
        function (error) {
          clearTimeout(timer);
          throw error;
        }
      );
  }

  function understood(answer, text) {
    var data = null;
    try {
      data = JSON.parse(text);
    } catch (error) {
      // half an answer, or none of ours
    }
    if (!data || typeof data.session !== "string") throw stranger(answer.status < 500 || answer.status === 511);
    data.again = Number(answer.headers.get("Retry-After")) || 0;
    return data;
  }

  function stranger(yes) {
    var error = new Error("no answer of the workshop");
    error.stranger = yes;
    return error;
  }

  // Why nothing came, in words.
  function reason(error) {
    return error && error.stranger
      ? "Das Netz antwortet anstelle des Workshops. Melden Sie sich im WLAN an."
      : "Keine Verbindung zum Workshop. Prüfen Sie das WLAN.";
  }

  // The token is made here, so that joining may be repeated after a lost answer and still counts once.
  function join(code, seat) {
    clearTimeout(joining);
    var kept = own.code === code.trim().toLowerCase() ? own : {};
    remember({
      code: code.trim().toLowerCase(), token: seat || kept.seat || random(32), seat: seat || kept.seat || "",
      session: "", before: kept.session || kept.before || "", sent: kept.sent || null, waiting: kept.waiting || null,
    });
    enter();
  }

  function enter() {
    var token = own.token;
    ask("beitreten", { token: token }).then(
      function (answer) {
        if (token !== own.token) return;
        if (answer.token === token) {
          // Votes that wait are for the workshop in which they were given.
          if (own.before !== answer.session) remember({ sent: null, waiting: null });
          remember({ session: answer.session, before: "" });
          tell("");
          listen();
        } else if (answer.code === "too_fast" || answer.code === "not_saved" || answer.code === "failed") enterLater(answer.error + " " + answer.remedy, answer.again);
        else if (answer.code === "seat_needed") {
          var wrong = own.seat;
          remember({ token: "", seat: "" });
          drawSeat(wrong, wrong ? "Diesen Platzcode gibt es hier nicht. Bitte sehen Sie auf Ihrer Karte nach." : "");
        } else if (answer.code) {
          var code = own.code;
          forget();
          drawJoin(code, answer.error + " " + answer.remedy);
        } else enterLater(reason(stranger(true)), 0);
      },
      function (error) {
        if (token === own.token) enterLater(reason(error), 0);
      }
    );
  }

  function enterLater(text, again) {
    if (!document.getElementById("code") && !document.getElementById("seat")) drawJoin(own.code, "");
    tell(text + " Die Seite versucht es weiter.", "bad");
    clearTimeout(joining);
    joining = setTimeout(enter, (Math.max(2, again) + 2 * Math.random()) * 1000);
  }

  function listen() {
    if (stream) stream.abort();
    var mine = (stream = window.AbortController ? new AbortController() : { abort: function () {} });
    heard = Date.now();
    fetch(base + "mitmachen/" + own.code + "/ereignisse", {
      headers: { Authorization: "Bearer " + own.token },
      cache: "no-store",
      redirect: "manual",
      signal: mine.signal,
    })
      .then(function (answer) {
        if (mine !== stream) return null;
        var events = (answer.headers.get("Content-Type") || "").indexOf("text/event-stream") === 0;
        if (!answer.ok || !events) return answer.text().then(function (text) { refused(understood(answer, text), mine); });
        if (!answer.body || !answer.body.getReader) return poll(mine);
        return read(answer.body.getReader(), mine);
      })
      .then(null, function (error) {
        if (mine === stream) later(error);
      });
  }

  // What the workshop says instead of its state. A full server has no stream for us: we ask now and then.
  function refused(answer, mine) {
    if (mine !== stream) return;
    if (answer.code === "unknown_token" || answer.code === "unknown_session" || answer.code === "ended") gone(answer);
    else if (answer.code === "no_stream") poll(mine).then(null, function (error) { if (mine === stream) later(error); });
    else later();
  }

  function read(reader, mine) {
    var decoder = new TextDecoder();
    var text = "";
    function next() {
      return reader.read().then(function (part) {
        if (mine !== stream) return;
        if (part.done) {
          if (!state || !state.ended) later();
          return;
        }
        text += decoder.decode(part.value, { stream: true });
        var events = text.split("\n\n");
        text = events.pop();
        if (text.length > 1e6) throw stranger(true);
        if (events.length) heard = Date.now();
        events.forEach(take);
        return next();
      });
    }
    return next();
  }

  function take(event) {
    var data = event
      .split("\n")
      .filter(function (row) {
        return row.indexOf("data: ") === 0;
      })
      .map(function (row) {
        return row.slice(6);
      })
      .join("\n");
    if (data) news(JSON.parse(data));
  }

  function poll(mine) {
    return ask("stand").then(function (answer) {
      if (mine !== stream) return;
      if (answer.code) return refused(answer, mine);
      heard = Date.now();
      news(answer);
      if (!answer.ended) setTimeout(function () { if (mine === stream) poll(mine).catch(later); }, 3000 + 2000 * Math.random());
    });
  }

  function later(error) {
    line.textContent = error && error.stranger ? reason(error) : "Verbindung unterbrochen. Es geht gleich weiter.";
    line.className = "line lost";
    tries += 1;
    var wait = Math.min(10, Math.pow(2, tries - 1)) * (0.75 + Math.random() / 2);
    if (stream) stream.abort();
    stream = null;
    setTimeout(function () {
      if (!stream && own.session) listen();
    }, wait * 1000);
  }

  function connected() {
    tries = 0;
    line.textContent = "verbunden";
    line.className = "line";
  }

  // The workshop does not know this phone (any more). A vote that waits stays: it is sent again once we are back.
  function gone(answer) {
    var code = own.code;
    if (stream) stream.abort();
    stream = null;
    if (answer.code === "unknown_token" && code) {
      tries += 1;
      clearTimeout(joining);
      joining = setTimeout(function () { join(code); }, tries > 1 ? 1000 * Math.min(10, tries) : 0);
      return;
    }
    forget();
    if (answer.code === "ended") drawEnd();
    else drawJoin(code, "Diesen Workshop gibt es nicht (mehr). Bitte prüfen Sie den Code.");
  }

  // A phone that wakes up, or finds its network again, does not wait for the next try.
  function wake() {
    if (own.session && (!stream || Date.now() - heard > 20000)) listen();
    if (own.session) flush();
  }
  window.addEventListener("online", wake);
  window.addEventListener("pageshow", wake);
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) wake();
  });
  setInterval(function () {
    if (own.session && stream && Date.now() - heard > 40000) listen();
  }, 5000);

  // ---- voting ----

  // One vote may be on the way (`sent`), and the newest one waits behind it. A vote that was sent is sent again until the
  // workshop itself has answered for it; only then the next one goes. So a copy that comes late cannot replace a newer one.
  function vote(value) {
    var step = state.step;
    remember({
      waiting: { step: step.id, round: step.activity.round, nonce: random(12), value: value },
    });
    tell("Ihre Stimme ist unterwegs …");
    flush();
  }

  function pending() {
    return own.waiting || own.sent;
  }

  function flush() {
    if (sending || !own.session) return;
    if (!own.sent) {
      if (!own.waiting) return;
      remember({ sent: own.waiting, waiting: null });
    }
    var body = own.sent;
    sending = true;
    ask("stimme", body).then(
      function (answer) {
        sending = false;
        if (!own.sent || own.sent.nonce !== body.nonce) return flush();
        if (answer.nonce === body.nonce && answer.confirmed === true && answer.session === own.session) {
          remember({ sent: null });
          if (!own.waiting) {
            if (isNow(body)) confirmed(body.value);
            else tell("");
          }
          flush();
        } else if (answer.code === "unknown_token" || answer.code === "unknown_session" || answer.code === "ended") gone(answer);
        else if (answer.code === "too_fast" || answer.code === "not_saved" || answer.code === "failed") {
          tell(answer.error + " " + answer.remedy + " " + UNSAVED, "bad");
          flushLater(answer.again);
        } else if (answer.code && (answer.nonce === body.nonce || own.waiting)) {
          remember({ sent: null });
          if (!own.waiting) tell(answer.error + " " + answer.remedy, "bad");
          flush();
        } else {
          tell(reason(stranger(true)) + " " + UNSAVED, "bad");
          flushLater(0);
        }
      },
      function (error) {
        sending = false;
        tell(error && error.stranger ? reason(error) + " " + UNSAVED : WAITS, "bad");
        flushLater(0);
      }
    );
  }

  function flushLater(again) {
    clearTimeout(flushing);
    flushing = setTimeout(flush, (Math.max(2, again) + Math.random()) * 1000);
  }

  function isNow(vote) {
    var step = state && state.step;
    return Boolean(step && step.activity && step.activity.public && step.id === vote.step && step.activity.round === vote.round);
  }

  function confirmed(value) {
    var cards = state.step.activity.public.cards;
    var done = cards ? Object.keys(value).length : 0;
    if (cards && done < cards.length) tell("✓ " + done + " von " + cards.length + " gespeichert.");
    else tell("✓ Ihre Stimme ist gespeichert.", "good");
    given(true);
  }

  function random(count) {
    var bytes = new Uint8Array(count);
    crypto.getRandomValues(bytes);
    return Array.prototype.map
      .call(bytes, function (byte) {
        return ("0" + byte.toString(16)).slice(-2);
      })
      .join("");
  }

  // ---- drawing ----

  function news(fresh) {
    if (typeof fresh.session !== "string" || typeof fresh.revision !== "number") throw stranger(true);
    if (fresh.session !== own.session) return gone({ code: "unknown_token" });
    connected();
    state = fresh;
    if (fresh.ended) {
      forget();
      drawEnd();
      return;
    }
    flush();
    var step = fresh.step;
    var activity = step && step.activity;
    var key = JSON.stringify([
      step && step.id,
      activity && [activity.state, activity.round, activity.public, activity.summary],
      step && step.page,
    ]);
    if (key === shown) return;
    var before = shown && JSON.parse(shown)[0];
    shown = key;
    if (!pending()) tell("");
    clear();
    submit = null;
    answered = false;
    if (!step) waiting("Willkommen, Sie sind dabei!", "Gleich geht es los. Lassen Sie diese Seite einfach offen.");
    else if (!activity) drawTalk(step);
    else if (activity.state === "open") drawActivity(step, activity);
    else if (activity.state === "revealed") drawResult(step, activity);
    else if (activity.state === "closed") waiting(step.title, "Die Abstimmung ist geschlossen. Gleich sehen Sie das Ergebnis vorn.");
    else waiting(step.title, "Gleich kommt hier eine Frage.");
    if (before !== null && before !== (step && step.id)) main.focus();
  }

  function clear() {
    while (main.firstChild) main.removeChild(main.firstChild);
  }

  function add(parent, name, text, attributes) {
    var node = document.createElement(name);
    if (text) node.textContent = text;
    Object.keys(attributes || {}).forEach(function (key) {
      node.setAttribute(key, attributes[key]);
    });
    parent.appendChild(node);
    return node;
  }

  function tell(text, look) {
    said.textContent = text;
    said.className = look ? "said " + look : "said";
  }

  // Once the vote is confirmed the button steps back; it comes forward again with every change.
  function given(yes) {
    if (yes) answered = true;
    if (!submit) return;
    submit.textContent = answered ? "Antwort ändern" : "Abgeben";
    submit.className = yes ? "second" : "";
  }

  function waiting(title, text) {
    add(main, "h1", title);
    add(main, "p", text, { class: "box" });
  }

  function drawTalk(step) {
    add(main, "h1", step.title);
    if (step.kind === "break") add(main, "p", "Pause. Bis gleich!", { class: "box" });
    else if (step.page) {
      add(main, "p", "Dazu gibt es eine Seite im Kurs. Sie können sie auf Ihrem Gerät öffnen:");
      add(main, "a", "Seite öffnen", { href: step.page, target: "_blank", rel: "noopener" });
      add(main, "p", "Danach kommen Sie hierher zurück.", { class: "muted" });
    } else add(main, "p", "Schauen Sie nach vorn. Hier ist gerade nichts zu tun.", { class: "box" });
  }

  function drawResult(step, activity) {
    add(main, "h1", step.title);
    var box = add(main, "div", "", { class: "box" });
    add(box, "p", activity.summary || "Das Ergebnis sehen Sie vorn.");
    if (activity.summary) add(box, "p", "Das ganze Bild sehen Sie vorn.", { class: "muted" });
  }

  function drawEnd() {
    shown = "end";
    clear();
    line.textContent = "";
    tell("");
    add(main, "h1", "Danke fürs Mitmachen!");
    add(main, "p", "Der Workshop ist zu Ende. Ihre Stimmen wurden gelöscht.", { class: "box" });
    add(main, "a", "Zum Kurs", { href: base });
  }

  function drawSeat(seat, problem) {
    shown = null;
    clear();
    line.textContent = "";
    add(main, "h1", "Ihr Platz im Workshop");
    var form = add(main, "form", "", { novalidate: "" });
    add(form, "label", "Platzcode von Ihrer Karte", { for: "seat", class: "field" });
    var input = add(form, "input", "", {
      id: "seat", type: "text", class: "code", autocomplete: "off", autocapitalize: "none", spellcheck: "false", maxlength: "16",
    });
    input.value = seat;
    add(form, "button", "Mitmachen", { type: "submit" });
    tell(problem, "bad");
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var typed = input.value.toUpperCase().replace(/[^A-Z0-9]/g, "");
      if (/^[A-Z0-9]{4,12}$/.test(typed)) join(own.code, typed);
      else {
        tell("Bitte geben Sie den Platzcode von Ihrer Karte ein.", "bad");
        input.focus();
      }
    });
    input.focus();
  }

  function drawJoin(code, problem) {
    shown = null;
    clear();
    line.textContent = "";
    add(main, "h1", "Beim Workshop mitmachen");
    var form = add(main, "form", "", { novalidate: "" });
    add(form, "label", "Code von der Leinwand", { for: "code", class: "field" });
    var input = add(form, "input", "", {
      id: "code", type: "text", class: "code", autocomplete: "off", autocapitalize: "none", spellcheck: "false", maxlength: "12",
    });
    input.value = code || "";
    add(form, "button", "Mitmachen", { type: "submit" });
    tell(problem || "", "bad");
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (/^[a-z0-9]{4,12}$/i.test(input.value.trim())) {
        tell("Die Seite verbindet sich …");
        join(input.value);
      }
      else {
        tell("Bitte geben Sie den Code ein, der auf der Leinwand steht.", "bad");
        input.focus();
      }
    });
  }

  // ---- activities ----

  function drawActivity(step, activity) {
    var mine = pending() && isNow(pending()) ? pending() : activity.mine;
    var value = mine ? mine.value : null;
    add(main, "h1", step.title);
    var draw = { poll: poll_, estimate: estimate, applicants: applicants, kodex_vote: kodex, retrospective: retrospective }[activity.kind];
    if (!draw) return add(main, "p", "Diese Aktion gibt es auf diesem Gerät nicht. Schauen Sie bitte nach vorn.");
    draw(activity.public, value);
    if (mine && !pending()) confirmed(mine.value);
  }

  function form(send) {
    var node = add(main, "form", "", { novalidate: "" });
    node.addEventListener("submit", function (event) {
      event.preventDefault();
      send();
    });
    // Before any other listener, so that what those say stays. What is changed is not saved yet, and must not look so.
    ["input", "change"].forEach(function (kind) {
      node.addEventListener(kind, function () {
        tell(answered ? "Geändert, aber noch nicht gespeichert." : "");
        given(false);
      }, true);
    });
    node.finish = function () {
      submit = add(node, "button", "Abgeben", { type: "submit" });
    };
    return node;
  }

  // One of several options, or up to `most`; returns what tells the ids that are ticked, in the order of ticking.
  function options(parent, name, question, entries, most, picked, ranked) {
    var set = add(parent, "fieldset");
    add(set, "legend", question);
    var order = (picked || []).slice();
    var boxes = entries.map(function (entry) {
      var label = add(set, "label", "", { class: "option" });
      var box = add(label, "input", "", { type: most > 1 ? "checkbox" : "radio", name: name, value: entry.id });
      var text = add(label, "span", entry.label || entry.title);
      if (ranked) box.place = add(text, "b");
      if (entry.sentence) add(text, "small", entry.sentence);
      box.checked = order.indexOf(entry.id) >= 0;
      box.addEventListener("change", function () {
        if (most === 1) order = [entry.id];
        else {
          order = order.filter(function (id) { return id !== entry.id; });
          if (box.checked && order.length >= most) {
            box.checked = false;
            tell("Mehr als " + most + " geht nicht. Nehmen Sie zuerst einen Haken weg.", "bad");
          } else {
            if (box.checked) order.push(entry.id);
            if (ranked) tell(order.length + " von " + most + " gewählt. Danach unten abgeben.");
          }
        }
        mark();
      });
      return box;
    });
    function mark() {
      boxes.forEach(function (box) {
        box.parentNode.className = box.checked ? "option on" : "option";
        if (box.place) box.place.textContent = box.checked ? " Platz " + (order.indexOf(box.value) + 1) : "";
      });
    }
    mark();
    return function () {
      return order;
    };
  }

  function poll_(asked, value) {
    var picked;
    var page = form(function () {
      var ids = picked();
      if (!ids.length) tell("Bitte wählen Sie zuerst eine Antwort.", "bad");
      else vote(asked.most === 1 ? ids[0] : ids);
    });
    if (asked.most > 1) add(page, "p", "Bis zu " + asked.most + " Antworten.", { class: "muted" });
    picked = options(page, "wahl", asked.question, asked.options, asked.most, value === null ? [] : [].concat(value));
    page.finish();
  }

  // The unit behind a label that does not name it.
  function unit(name, label) {
    return name && label.indexOf(name) < 0 ? " (" + name + ")" : "";
  }

  // A field for a number as people type it; what is ambiguous („1.000“) is asked back with both readings as buttons.
  function numberField(page, id, mode) {
    var input = add(page, "input", "", { id: id, type: "text", inputmode: mode, autocomplete: "off" });
    var place = add(page, "div", "", { role: "status" });
    function meant() {
      return numbers.readings(input.value);
    }
    numbers.askBack(input, function (question, choices) {
      place.textContent = "";
      if (!choices.length) return;
      add(place, "p", question);
      var two = add(place, "div", "", { class: "two" });
      choices.forEach(function (choice) {
        add(two, "button", choice[0], { type: "button", class: "second" }).addEventListener("click", choice[1]);
      });
    });
    // What is wrong with the number, as a sentence, or "".
    function problem(low, high, before) {
      if (meant().length > 1) return numbers.which(input.value);
      if (meant().length && meant()[0] >= low && meant()[0] <= high) return "";
      return "Bitte " + before + "eine Zahl von " + numbers.spelling(low) + " bis " + numbers.spelling(high) + ".";
    }
    return { input: input, meant: meant, problem: problem };
  }

  function estimate(asked, value) {
    var number;
    var page = form(function () {
      var wrong = number.problem(asked.low, asked.high, "");
      if (!wrong) return vote(number.meant()[0]);
      tell(wrong, "bad");
      number.input.focus();
    });
    add(page, "label", asked.question + unit(asked.unit, asked.question), { for: "zahl", class: "field" });
    number = numberField(page, "zahl", "decimal");
    var slider = add(page, "input", "", { type: "range", min: asked.low, max: asked.high, step: asked.step, "aria-label": "Schätzung einstellen" });
    if (value !== null) {
      number.input.value = numbers.spelling(value);
      slider.value = value;
    }
    slider.addEventListener("input", function () { number.input.value = numbers.spelling(Number(slider.value)); });
    number.input.addEventListener("input", function () { if (number.meant().length === 1) slider.value = number.meant()[0]; });
    page.finish();
  }

  function applicants(asked, value) {
    var decided = value || {};
    var cards = asked.cards;
    var at = 0;
    var place = add(main, "div");
    while (at < cards.length && decided[cards[at].id]) at += 1;
    draw(false);
    function draw(focus) {
      while (place.firstChild) place.removeChild(place.firstChild);
      if (at >= cards.length) {
        var heading = add(place, "h2", "Fertig: Sie haben über alle " + cards.length + " entschieden.", { tabindex: "-1" });
        add(place, "p", "Danke! Vorn geht es weiter, sobald alle fertig sind.");
        back("Noch einmal von vorn ansehen", function () { at = 0; draw(true); });
        if (focus) heading.focus();
        return;
      }
      var card = cards[at];
      add(place, "p", asked.question + " Bewerbung\u00a0" + (at + 1) + "\u00a0von\u00a0" + cards.length, { class: "muted" });
      var box = add(place, "div", "", { class: "card" });
      var title = add(box, "h2", card.title, { tabindex: "-1" });
      var facts = add(box, "dl");
      card.facts.forEach(function (fact) {
        add(facts, "dt", fact[0]);
        add(facts, "dd", fact[1]);
      });
      if (card.note) add(box, "p", card.note);
      var two = add(place, "div", "", { class: "two" });
      [["ja", "Einladen"], ["nein", "Absagen"]].forEach(function (choice) {
        var button = add(two, "button", (decided[card.id] === choice[0] ? "✓ " : "") + choice[1], { type: "button", class: "second" });
        button.addEventListener("click", function () {
          decided[card.id] = choice[0];
          at += 1;
          vote(JSON.parse(JSON.stringify(decided)));
          draw(true);
        });
      });
      if (at > 0) back("Zurück", function () { at -= 1; draw(true); });
      if (focus) title.focus();
    }
    function back(text, go) {
      add(place, "button", text, { type: "button", class: "plain" }).addEventListener("click", go);
    }
  }

  function kodex(asked, value) {
    if (asked.patterns) {
      var picked;
      var page = form(function () {
        if (picked().length) vote(picked());
        else tell("Bitte wählen Sie mindestens eine Regel.", "bad");
      });
      add(page, "p", "Wählen Sie bis zu " + asked.most + " Regeln. Was Sie zuerst antippen, zählt am meisten.", { class: "muted" });
      picked = options(page, "regel", asked.question, asked.patterns, asked.most, value || [], true);
      page.finish();
    } else if (!asked.rules.length) add(main, "p", "Für diese Runde haben noch zu wenige gewählt.", { class: "box" });
    else blanks(asked, value || {});
  }

  function blanks(asked, value) {
    var reads = [];
    var page = form(function () {
      var filled = {};
      var wrong = null;
      reads.forEach(function (read) {
        var entry = read.input.value.trim();
        if (entry === "") return;
        var problem = read.number ? read.number.problem(read.blank.low, read.blank.high, "bei „" + read.blank.label + "“ ") : "";
        if (problem) wrong = wrong || { problem: problem, input: read.input };
        (filled[read.rule] = filled[read.rule] || {})[read.blank.name] = read.number ? read.number.meant()[0] : entry;
      });
      if (wrong) {
        tell(wrong.problem, "bad");
        wrong.input.focus();
      } else if (!Object.keys(filled).length) tell("Bitte füllen Sie mindestens eine Lücke.", "bad");
      else vote(filled);
    });
    add(page, "p", asked.question + " Die Zahl im Satz ist ein Vorschlag. Was Sie leer lassen, zählt nicht mit.", { class: "muted" });
    asked.rules.forEach(function (rule) {
      add(page, "h2", rule.title || rule.sentence);
      if (rule.title) add(page, "p", rule.sentence);
      rule.blanks.forEach(function (blank) {
        var id = rule.id + "-" + blank.name;
        add(page, "label", blank.label + unit(blank.unit, blank.label), { for: id, class: "field" });
        var input;
        var number = null;
        if (blank.kind === "choice") {
          input = add(page, "select", "", { id: id });
          add(input, "option", "Bitte wählen", { value: "" });
          blank.options.forEach(function (option) { add(input, "option", option.label, { value: option.id }); });
        } else {
          number = numberField(page, id, "numeric");
          input = number.input;
        }
        var before = value[rule.id] && value[rule.id][blank.name];
        if (before !== undefined && before !== null) input.value = number ? numbers.spelling(before) : before;
        reads.push({ rule: rule.id, blank: blank, input: input, number: number });
      });
    });
    page.finish();
  }

  function retrospective(asked, value) {
    var before = (value && value.answers) || {};
    var picks = {};
    var text = null;
    var page = form(function () {
      var answers = {};
      Object.keys(picks).forEach(function (id) {
        var ids = picks[id]();
        if (ids.length) answers[id] = ids[0];
      });
      var vote_ = { answers: answers };
      if (text && text.value.trim()) vote_.text = text.value.trim();
      if (!Object.keys(answers).length && !vote_.text) tell("Bitte beantworten Sie mindestens eine Frage.", "bad");
      else vote(vote_);
    });
    asked.questions.forEach(function (question) {
      picks[question.id] = options(page, question.id, question.question, question.options, 1, before[question.id] ? [before[question.id]] : []);
    });
    if (asked.text) {
      add(page, "label", asked.text.prompt, { for: "text", class: "field" });
      add(page, "p", "Die Workshopleitung liest den Text, bevor ihn andere sehen.", { class: "muted", id: "text-hinweis" });
      text = add(page, "textarea", "", { id: "text", rows: "3", maxlength: asked.text.most, "aria-describedby": "text-hinweis" });
      text.value = (value && value.text) || "";
    }
    page.finish();
  }

  // ---- begin ----

  var code = document.body.dataset.code;
  if (code && own.code !== code.toLowerCase()) {
    forget();
    join(code);
  } else if (own.session) listen();
  else if (own.token) enter();
  else if (code) join(code);
  else drawJoin("", "");
})();
