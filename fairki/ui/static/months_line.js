/** The drawing of a year of operation: a line of months, what was measured against the limits, alarms, whom it harmed. */
import * as month_by_month from "./month_by_month.js";
import * as motion from "./motion.js";
import * as months_texts from "../../web/texts/months_texts.js";
import * as picture from "./picture.js";

const { MONTHS, stateOf, scale } = month_by_month;
const { s } = picture;
const SLIM = 560; // px: below that, the months stand below each other
const LINE = 38; // px from the edge to the line of months
const FALL = 620; // ms until one mark has landed
const LATE = 110; // ms between the marks of two months
const BELL = "M-7.5 5.5H7.5L5 2V-2A5 5 0 0 0 -5 -2V2ZM-2 8.5H2";

/** @typedef {import("./month_by_month.js").Year} Year */
/** @typedef {import("./month_by_month.js").Lane} Lane */
/** @typedef {{ dot: SVGElement, look: SVGElement, bell: SVGElement, word: SVGElement, label: SVGElement, values: SVGElement[] }} Place */
/** @typedef {{ node: SVGElement, from: picture.Spot, to: picture.Spot, month: number }} Fallen */

/**
 * Where everything is: months from left to right or, on a phone, from top to bottom; values across.
 * @param {number} width
 * @param {number} lanes
 */
function frame(width, lanes) {
  const tall = width < SLIM;
  const pitch = tall ? 34 : (width - 182) / MONTHS;
  const start = tall ? 40 : 176;
  const end = start + MONTHS * pitch;
  const deep = tall ? (width - 58 - 46) / lanes : 78;
  const first = tall ? 58 : 104;
  /**
   * @param {number} along
   * @param {number} across
   * @returns {picture.Spot}
   */
  const spot = (along, across) => (tall ? { x: across, y: along } : { x: along, y: across });
  /** @param {number} month */
  const middle = (month) => start + (month - 0.5) * pitch;
  return {
    tall,
    pitch,
    start,
    end,
    spot,
    middle,
    /** @param {number} month */
    node: (month) => spot(middle(month), LINE),
    /** @param {number} month */
    label: (month) => (tall ? { x: 12, y: middle(month) + 5 } : { x: middle(month), y: 15 }),
    /** @param {number} month */
    bell: (month) => (tall ? { x: width - 23, y: middle(month) - 7 } : { x: middle(month), y: 67 }),
    /** @param {number} month */
    word: (month) => (tall ? { x: width - 23, y: middle(month) + 13 } : { x: middle(month), y: 91 }),
    /** @param {number} lane */
    from: (lane) => first + lane * deep + (tall ? 0 : deep - 14),
    /** @param {number} lane */
    to: (lane) => first + lane * deep + (tall ? deep - 10 : 0),
    edge: tall ? width : first + lanes * deep,
    height: tall ? end : first + lanes * deep,
  };
}

/**
 * A drawing that is built for a width and then shows one month after the other.
 * @param {string[]} groups
 */
export function line(groups) {
  /** @type {Place[]} */
  let places = [];
  /** @type {Fallen[]} */
  let harmed = [];
  /** @type {ReturnType<typeof frame>} */
  let at = frame(SLIM, 1);
  let gone = s("path");
  let today = s("rect");
  let band = s("rect");
  /** @type {(() => void) | null} */
  let ending = null;

  /**
   * @param {number} width
   * @param {Lane[]} lanes
   * @param {Year} year
   * @param {number} room for so many people
   */
  function build(width, lanes, year, room) {
    ending?.();
    at = frame(width, lanes.length);
    places = Array.from({ length: MONTHS }, (_, i) => place(i + 1, lanes, year));
    gone = s("path", { class: "fk-operation" });
    today = box("fk-now", 1, 1);
    band = year.since ? box(year.fault ? "fk-drift" : "fk-season", year.since, year.until ?? MONTHS) : s("rect");
    const top = pile(width, year);
    const track = way(at.spot(at.start, LINE), at.spot(at.end, LINE));
    return picture.drawing(
      width,
      top + Math.ceil(room / Math.floor(width / step())) * step(),
      band,
      today,
      ...lanes.flatMap(lane),
      s("path", { class: "fk-ground", d: track }),
      gone,
      ...places.flatMap(({ dot, look, bell, word, label, values }) => [dot, look, label, ...values, bell, word]),
      ...harmed.map(({ node }) => node),
    );
  }

  const step = () => (at.tall ? 9 : 10.5);

  /**
   * @param {picture.Spot} a
   * @param {picture.Spot} b
   */
  const way = (a, b) => `M${a.x} ${a.y}L${b.x} ${b.y}`;

  /**
   * @param {string} look
   * @param {number} first
   * @param {number} last
   */
  function box(look, first, last) {
    const long = (last - first + 1) * at.pitch;
    const from = at.start + (first - 1) * at.pitch;
    const shape = at.tall
      ? { x: 0, y: from + 1, width: at.edge, height: long - 2 }
      : { x: from + 1, y: 0, width: long - 2, height: at.edge - 6 };
    return s("rect", { class: look, rx: 8, ...shape });
  }

  /**
   * What stands of a lane before the year begins: its name, the usual value, the limits.
   * @param {Lane} lane
   * @param {number} row
   */
  function lane({ title, short, note, usual, limits, domain }, row) {
    const across = scale(domain, at.from(row), at.to(row));
    /**
     * @param {number} value
     * @param {string} look
     */
    const rule = (value, look) => s("path", { class: look, d: way(at.spot(at.start, across(value)), at.spot(at.end, across(value))) });
    const mid = (at.from(row) + at.to(row)) / 2;
    const [head, below] = at.tall
      ? [{ x: mid, y: 14, "text-anchor": "middle" }, { x: mid, y: 31, "text-anchor": "middle" }]
      : [{ x: 0, y: mid - 3 }, { x: 0, y: mid + 16 }];
    return [
      rule(usual ?? domain[0], "fk-usual"),
      ...limits.map((limit) => rule(limit, "fk-limit")),
      s("text", { class: `fk-strong${at.tall ? " fk-small" : ""}`, ...head }, at.tall ? short : title),
      s("text", { class: at.tall ? "fk-small" : "", ...below }, note),
    ];
  }

  /**
   * @param {number} month
   * @param {Lane[]} lanes
   * @param {Year} year
   * @returns {Place}
   */
  function place(month, lanes, year) {
    const seen = year.looks.find((one) => one.month === month);
    const { x, y } = at.node(month);
    /** @param {picture.Spot} spot */
    const move = (spot) => ({ transform: `translate(${spot.x.toFixed(1)} ${spot.y.toFixed(1)})` });
    const values = lanes.flatMap(({ domain }, row) => {
      const span = seen?.values[row];
      if (!span) return [];
      const [value, low, high] = span.map(scale(domain, at.from(row), at.to(row)));
      const along = at.middle(month);
      const beyond = seen.beyond[row];
      return [
        s("path", { class: "fk-span", d: way(at.spot(along, low), at.spot(along, high)) }),
        s("path", {
          class: beyond ? "fk-mark fk-yes fk-wrong" : "fk-mark fk-yes",
          d: picture.outline(beyond ? "diamond" : "circle", beyond ? 5 : 4.2),
          ...move(at.spot(along, value)),
        }),
      ];
    });
    return {
      dot: s("circle", { class: "fk-mark", cx: x, cy: y, r: 3 }),
      look: s("path", { class: "fk-check", d: "M-4.5 0.5L-1.5 3.5L4.5 -3.5", ...move({ x, y }) }),
      bell: s("path", { class: "fk-mark fk-bell", d: BELL, ...move(at.bell(month)) }),
      word: s("text", { class: "fk-word fk-small", ...at.word(month), "text-anchor": "middle" }),
      label: s("text", { ...at.label(month), "text-anchor": "middle" }, String(month)),
      values,
    };
  }

  /**
   * The people whom the fault harmed, below the line; gives the top of their pile.
   * @param {number} width
   * @param {Year} year
   */
  function pile(width, year) {
    const top = at.height + 10;
    const wide = Math.floor(width / step());
    const people = year.harmed.flatMap((counts, i) => groups.flatMap((_, group) => Array.from({ length: counts[group] }, () => ({ group, month: i + 1 }))));
    harmed = people.map(({ group, month }, i) => ({
      node: s("path", {
        class: `fk-mark fk-harmed ${year.missing ? "fk-absent" : "fk-wrong"}`,
        d: picture.outline(picture.shapeOf(group), step() * 0.36),
      }),
      month,
      from: at.node(month),
      to: { x: ((i % wide) + 0.5) * step(), y: top + (Math.floor(i / wide) + 0.5) * step() },
    }));
    return top;
  }

  /**
   * The state at the end of a month. Once a year is over, what happened shows and those it harmed fall.
   * @param {Year} year
   * @param {number} now
   * @param {boolean} falls whether they fall before the eyes
   * @param {() => void} done
   */
  function show(year, now, falls, done) {
    ending?.();
    const over = now === year.end;
    places.forEach(({ dot, look, bell, word, label, values }, i) => {
      const state = stateOf(year, i + 1, now);
      const seen = state !== "ahead" && state !== "unseen";
      picture.dress(dot, `fk-mark${seen ? " fk-yes" : state === "unseen" ? " fk-gone" : ""}`);
      dot.setAttribute("r", state === "ahead" ? "3" : "9.5");
      picture.dress(label, i + 1 === now ? "fk-strong" : "");
      picture.dress(bell, `fk-mark fk-bell fk-wrong${state === "false" ? "" : " fk-yes"}`);
      const rings = state === "alarm" || state === "right" || state === "false";
      picture.write(word, rings ? months_texts.alarms[state] : "");
      visible(seen, look, ...values);
      visible(rings, bell);
    });
    gone.setAttribute("d", way(at.spot(at.start, LINE), at.spot(at.start + now * at.pitch, LINE)));
    const [x, y] = at.tall ? [0, (now - 1) * at.pitch] : [(now - 1) * at.pitch, 0];
    today.style.translate = `${x}px ${y}px`;
    visible(now > 0 && !over, today);
    visible(over, band, ...harmed.map(({ node }) => node));
    const first = harmed.length ? harmed[0].month : 0;
    /** @param {number} time */
    const move = (time) => harmed.forEach((one, i) => drop(one, (time - (one.month - first) * LATE - (i % 12) * 18) / FALL));
    if (!over || !falls || !harmed.length) {
      move(Infinity);
      return done();
    }
    const length = (harmed[harmed.length - 1].month - first) * LATE + 12 * 18 + FALL;
    ending = motion.motion(length, move, () => {
      ending = null;
      done();
    });
  }

  /**
   * @param {Fallen} one
   * @param {number} share of its way
   */
  function drop({ node, from, to }, share) {
    const t = Math.min(1, Math.max(0, share));
    const x = from.x + (to.x - from.x) * motion.across(t);
    const y = from.y + (to.y - from.y) * motion.fall(t);
    node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  }

  /**
   * @param {boolean} yes
   * @param {...SVGElement} nodes
   */
  const visible = (yes, ...nodes) => nodes.forEach((node) => node.setAttribute("visibility", yes ? "visible" : "hidden"));

  return { build, show, stop: () => ending?.() };
}
