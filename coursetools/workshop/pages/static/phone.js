/* The vote page: plain JavaScript of 2017, no library. What it remembers is a random token and votes that are not yet
   confirmed; both stay in this browser. Every vote carries a nonce, so sending it again after a lost answer counts once,
   and only an answer with this nonce confirms it. */
import * as countdown from "../parts/countdown.js";
import * as phone_memory from "../parts/phone_memory.js";
import * as phone_talk from "../parts/phone_talk.js";
import * as phone_page from "../parts/phone_page.js";
import * as phone_entrance from "../parts/phone_entrance.js";
import * as phone_activities from "../parts/phone_activities.js";
import * as phone_mine from "../parts/phone_mine.js";
import * as phone_texts from "../texts/phone_texts.js";

/** @typedef {import("../parts/phone_talk.js").Trouble} Trouble */
/** @typedef {{ abort: () => void, signal?: AbortSignal }} Stream */

(function () {
  "use strict";
  const { own, remember, forget, random } = phone_memory;
  const { base, ask, understood, stranger, reason } = phone_talk;
  const { main, line, add, clear, tell, given, waiting, drawTalk, drawResult } = phone_page;
  var texts = phone_texts;
  var time = countdown.shown(/** @type {HTMLElement} */ (document.getElementById("timer")));
  /** @type {string | null} */
  var shown = null; // key of what is drawn, so that an event without news does not undo a half-made choice
  /** @type {any} */
  var state = null;
  var heard = 0; // when the server was heard last
  /** @type {Stream | null} */
  var stream = null;
  var tries = 0;
  var paused = false; // the workshop has said that it will be back
  var sending = false;
  var joining = 0; // timers for the next try
  var flushing = 0;

  // ---- talking to the server ----

  /**
   * The token is made here, so that joining may be repeated after a lost answer and still counts once.
   * @param {string} code
   * @param {string} [seat]
   */
  function join(code, seat) {
    clearTimeout(joining);
    /** @type {Partial<import("../parts/phone_memory.js").Own>} */
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
        } else if (answer.code === "too_fast" || answer.code === "not_saved" || answer.code === "failed") enterLater(texts.refused(answer), answer.again);
        else if (answer.code === "seat_needed") {
          var wrong = own.seat;
          remember({ token: "", seat: "" });
          drawSeat(wrong, wrong ? texts.entrance.seat.unknown : "");
        } else if (answer.code) {
          var code = own.code;
          forget();
          drawJoin(code, texts.refused(answer));
        } else enterLater(reason(stranger(true)), 0);
      },
      function (error) {
        if (token === own.token) enterLater(reason(error), 0);
      }
    );
  }

  /**
   * @param {string} text
   * @param {number} again
   */
  function enterLater(text, again) {
    if (!document.getElementById("code") && !document.getElementById("seat")) drawJoin(own.code, "");
    tell(texts.line.again(text), "bad");
    clearTimeout(joining);
    joining = setTimeout(enter, (Math.max(2, again) + 2 * Math.random()) * 1000);
  }

  function listen() {
    if (stream) stream.abort();
    /** @type {Stream} */
    var mine = (stream = window.AbortController ? new AbortController() : { abort: function () {}, signal: undefined });
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

  /**
   * What the workshop says instead of its state. A full server has no stream for us: we ask now and then.
   * @param {any} answer
   * @param {Stream} mine
   */
  function refused(answer, mine) {
    if (mine !== stream) return;
    if (answer.code === "unknown_token" || answer.code === "unknown_session" || answer.code === "ended") gone(answer);
    else if (answer.code === "no_stream") poll(mine).then(null, function (error) { if (mine === stream) later(error); });
    else later();
  }

  /**
   * @param {ReadableStreamDefaultReader<Uint8Array>} reader
   * @param {Stream} mine
   */
  function read(reader, mine) {
    var decoder = new TextDecoder();
    var text = "";
    /** @returns {Promise<void>} */
    function next() {
      return reader.read().then(function (part) {
        if (mine !== stream) return;
        if (part.done) {
          if (!state || !state.ended) later();
          return;
        }
        text += decoder.decode(part.value, { stream: true });
        var events = text.split("\n\n");
        text = events.pop() || "";
        if (text.length > 1e6) throw stranger(true);
        if (events.length) heard = Date.now();
        events.forEach(take);
        return next();
      });
    }
    return next();
  }

  /** @param {string} event */
  function take(event) {
    var data = event
      .split("\n")
      .filter(function (row) { return row.indexOf("data: ") === 0; })
      .map(function (row) { return row.slice(6); })
      .join("\n");
    var fresh = data && JSON.parse(data);
    if (fresh && fresh.pause === true) paused = true;
    else if (fresh) news(fresh);
  }

  /**
   * @param {Stream} mine
   * @returns {Promise<void>}
   */
  function poll(mine) {
    return ask("stand").then(function (answer) {
      if (mine !== stream) return;
      if (answer.code) return refused(answer, mine);
      heard = Date.now();
      news(answer);
      if (!answer.ended) setTimeout(function () { if (mine === stream) poll(mine).catch(later); }, 3000 + 2000 * Math.random());
    });
  }

  /** @param {Trouble} [error] */
  function later(error) {
    line.textContent = error && error.stranger ? reason(error) : paused ? texts.line.pause : texts.line.lost;
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
    paused = false;
    line.textContent = texts.line.connected;
    line.className = "line";
  }

  /**
   * The workshop does not know this phone (any more). A vote that waits stays: it is sent again once we are back.
   * @param {{ code: string }} answer
   */
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
    else drawJoin(code, texts.entrance.code.unknown);
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
  /** @param {any} value */
  function vote(value) {
    var step = state.step;
    remember({
      waiting: { step: step.id, round: step.activity.round, nonce: random(12), value: value },
    });
    tell(texts.vote.sent);
    flush();
  }

  function pending() {
    return own.waiting || own.sent;
  }

  function flush() {
    if (sending || !own.session) return;
    var body = own.sent || own.waiting;
    if (!body) return;
    if (!own.sent) remember({ sent: body, waiting: null });
    send(body);
  }

  /** @param {import("../parts/phone_memory.js").Vote} body */
  function send(body) {
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
          tell(texts.vote.unsaved(texts.refused(answer)), "bad");
          flushLater(answer.again);
        } else if (answer.code && (answer.nonce === body.nonce || own.waiting)) {
          remember({ sent: null });
          if (!own.waiting) tell(texts.refused(answer), "bad");
          flush();
        } else {
          tell(texts.vote.unsaved(reason(stranger(true))), "bad");
          flushLater(0);
        }
      },
      function (error) {
        sending = false;
        tell(error && error.stranger ? texts.vote.unsaved(reason(error)) : texts.vote.waits, "bad");
        flushLater(0);
      }
    );
  }

  /** @param {number} again */
  function flushLater(again) {
    clearTimeout(flushing);
    flushing = setTimeout(flush, (Math.max(2, again) + Math.random()) * 1000);
  }

  /** @param {import("../parts/phone_memory.js").Vote} vote */
  function isNow(vote) {
    var step = state && state.step;
    return Boolean(step && step.activity && step.activity.public && step.id === vote.step && step.activity.round === vote.round);
  }

  /** @param {any} value */
  function confirmed(value) {
    var cards = state.step.activity.public.cards;
    var done = cards ? Object.keys(value).length : 0;
    if (cards && done < cards.length) tell(texts.vote.savedPart(done, cards.length));
    else tell(texts.vote.saved, "good");
    given(true);
  }

  // ---- drawing ----

  /** @param {any} fresh */
  function news(fresh) {
    if (typeof fresh.session !== "string" || typeof fresh.revision !== "number") throw stranger(true);
    if (fresh.session !== own.session) return gone({ code: "unknown_token" });
    connected();
    state = fresh;
    time(fresh.timer);
    if (fresh.ended) return drawEnd();
    flush();
    var step = fresh.step;
    var activity = step && step.activity;
    var about = activity && [activity.state, activity.round, activity.public, activity.own, activity.summary];
    var key = JSON.stringify([step && step.id, about, step && step.page]);
    if (key === shown) return;
    var before = shown ? JSON.parse(shown) : null;
    var same = before && before[1] && about && before[0] === step.id && before[1][0] === "open" && before[1][1] === about[1];
    var typed = same && about[0] === "open" ? phone_page.typed() : null; // more was released while somebody writes
    shown = key;
    if (!pending()) tell("");
    phone_page.fresh();
    if (!step) waiting(texts.step.welcome, texts.step.begin);
    else if (!activity) drawTalk(step);
    else if (activity.state === "open") drawActivity(step, activity);
    else if (activity.state === "revealed") drawResult(step, activity);
    else waiting(step.title, activity.state === "closed" ? texts.step.closed : texts.step.soon);
    if (typed) phone_page.retype(typed);
    if (activity && (activity.state === "closed" || activity.state === "revealed")) phone_mine.draw(activity);
    if (before && before[0] !== null && before[0] !== (step && step.id)) main.focus();
  }

  function drawEnd() {
    forget();
    shown = null;
    clear();
    line.textContent = "";
    tell("");
    add(main, "h1", texts.step.thanks);
    add(main, "p", texts.step.over, { class: "box" });
    add(main, "a", texts.step.course, { href: base });
  }

  /** @type {(seat: string | undefined, problem: string) => void} */
  function drawSeat(seat, problem) {
    shown = null;
    phone_entrance.drawSeat(seat || "", problem, function (typed) { join(own.code, typed); });
  }

  /** @type {(code: string, problem: string) => void} */
  function drawJoin(code, problem) {
    shown = null;
    phone_entrance.drawJoin(code || "", problem, function (typed) { join(typed); });
  }

  // ---- activities ----

  /**
   * @param {{ title: string }} step
   * @param {any} activity
   */
  function drawActivity(step, activity) {
    var waits = pending();
    var mine = waits && isNow(waits) ? waits : activity.mine;
    var value = mine ? mine.value : null;
    add(main, "h1", step.title);
    var draw = phone_activities.KINDS[activity.kind];
    if (draw) draw(Object.assign({}, activity.public, activity.own), value, vote);
    else add(main, "p", texts.step.unknown);
    if (draw && mine && !pending()) confirmed(mine.value);
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
