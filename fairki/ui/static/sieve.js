/** A crowd of marks above a sieve: those invited lie on it, the others fall through. Drawn on a canvas: all move. */
import * as common from "./common.js";
import * as mirror_places from "./mirror_places.js";
import * as motion from "./motion.js";
import * as picture from "./picture.js";

const FALL = 760; // ms until one mark has landed
const LATE = 6; // ms between two marks
const MOVE = 600; // ms for those who change piles
const LINE = 1.6;
const THICK = 2.6;

/** @typedef {{ x: number, y: number, look: number }} Place look: 0 refused, 1 invited, 2 refused though suitable */
/** @typedef {{ invited: boolean[], sizes: mirror_places.Size[], members: number[], suitable: boolean[] }} Sorted */
/** @typedef {{ left: number[], pitch: number, width: number, top: number, sieve: number, floor: number, height: number }} Room */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {number} groups
 */
export function sieve(canvas, groups) {
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  /** @type {HTMLCanvasElement[][]} */
  let sprites = [];
  /** @type {Place[]} */
  let places = [];
  /** @type {number[]} */
  let members = [];
  /** @type {Room} */
  let room;
  let line = "";
  let even = 0; // height of the line of equal rates, 0: not shown
  /** @type {(() => void) | null} */
  let ending = null;

  const ratio = () => Math.min(2, devicePixelRatio || 1);

  /** @param {string} look classes of a probe: its colour is that of the page, dark or forced */
  function colour(look) {
    const probe = common.h("span", { class: look });
    canvas.parentElement?.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  }

  /** One picture per group and look, drawn once. */
  function readColours() {
    line = colour("fk-mirror-edge");
    const lost = colour("fk-mirror-lost");
    const size = room.pitch + 4;
    sprites = Array.from({ length: groups }, (_, group) => {
      const own = colour(`fk-mirror-of ${picture.colourOf(group)}`);
      return [own, own, lost].map((ink, look) => {
        const sheet = common.h("canvas", { width: Math.ceil(size * ratio()), height: Math.ceil(size * ratio()) });
        const brush = /** @type {CanvasRenderingContext2D} */ (sheet.getContext("2d"));
        const path = new Path2D(picture.outline(picture.shapeOf(group), room.pitch * (look === 2 ? 0.34 : 0.37)));
        brush.setTransform(ratio(), 0, 0, ratio(), sheet.width / 2, sheet.height / 2);
        brush.lineWidth = look === 2 ? THICK : LINE;
        brush.strokeStyle = brush.fillStyle = ink;
        if (look === 1) brush.fill(path);
        brush.stroke(path);
        return sheet;
      });
    });
  }

  /**
   * @param {number} y
   * @param {number[]} dashes
   */
  function across(y, dashes) {
    pen.strokeStyle = line;
    pen.lineWidth = 1.5;
    pen.setLineDash(dashes);
    pen.beginPath();
    pen.moveTo(0, y);
    pen.lineTo(room.width, y);
    pen.stroke();
    pen.setLineDash([]);
  }

  function paint() {
    const size = room.pitch + 4;
    pen.clearRect(0, 0, room.width, room.height);
    across(room.sieve, [room.pitch / 2, room.pitch / 2]); // the sieve has holes
    across(room.floor, []);
    places.forEach(({ x, y, look }, at) => pen.drawImage(sprites[members[at]][look], x - size / 2, y - size / 2, size, size));
    if (even) across(room.sieve - even, [2, 4]);
  }

  /** @param {Sorted} sorted */
  function landed({ sizes, members: of, invited, suitable }) {
    return mirror_places.piles(sizes, of, invited, suitable).map(({ column, level }, at) => ({
      x: room.left[of[at]] + (column + 0.5) * room.pitch,
      y: (invited[at] ? room.sieve : room.floor) - 3 - level * room.pitch,
      look: invited[at] ? 1 : suitable[at] ? 2 : 0,
    }));
  }

  /**
   * @param {Place[]} to
   * @param {(at: number) => number} late ms
   * @param {number} length ms
   * @param {() => void} done
   */
  function fly(to, late, length, done) {
    const from = places;
    places = from.map((place) => ({ ...place }));
    const last = Math.max(0, ...to.map((_, at) => late(at)));
    ending = motion.motion(
      last + length,
      (time) => {
        places.forEach((place, at) => {
          const t = Math.min(1, Math.max(0, (time - late(at)) / length));
          place.x = from[at].x + (to[at].x - from[at].x) * motion.across(Math.min(1, t * 1.25));
          place.y = from[at].y + (to[at].y - from[at].y) * motion.fall(t);
          place.look = (t < 0.6 ? from : to)[at].look;
        });
        paint();
      },
      () => {
        ending = null;
        places = to;
        done();
      },
    );
  }

  const finish = () => ending?.();
  const repaint = () => {
    if (!room) return;
    readColours();
    paint();
  };
  const schemes = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
  schemes.forEach((scheme) => scheme.addEventListener("change", repaint));

  return {
    /** To the end of what is moving. */
    finish,
    /** @param {Room} wanted */
    fit(wanted) {
      finish();
      room = wanted;
      canvas.width = room.width * ratio();
      canvas.height = room.height * ratio();
      canvas.style.height = `${room.height}px`;
      pen.setTransform(ratio(), 0, 0, ratio(), 0, 0);
      readColours();
    },
    /**
     * Everybody waits above the sieve.
     * @param {number[]} of group of each person
     */
    crowd(of) {
      finish();
      members = of;
      even = 0;
      const columns = Math.floor(room.width / (room.pitch + 1));
      const step = room.width / columns;
      places = of.map((_, at) => ({ x: ((at % columns) + 0.5) * step, y: (Math.floor(at / columns) + 0.5) * (room.pitch + 1) + 2, look: 0 }));
      paint();
    },
    /**
     * The crowd falls, its lowest row first, like sand.
     * @param {Sorted} sorted
     * @param {() => void} done
     */
    fall: (sorted, done) => fly(landed(sorted), (at) => (places.length - 1 - at) * LATE, FALL, done),
    /**
     * Those who change piles go over, the others close the gaps.
     * @param {Sorted} sorted
     * @param {() => void} done
     */
    move(sorted, done) {
      finish();
      fly(landed(sorted), () => 0, MOVE, done);
    },
    /**
     * All of them in their piles at once.
     * @param {Sorted} sorted
     */
    put(sorted) {
      places = landed(sorted);
      paint();
    },
    /** @param {number} height of the line of equal rates above the sieve, in px */
    level(height) {
      even = height;
      paint();
    },
    stop() {
      finish();
      schemes.forEach((scheme) => scheme.removeEventListener("change", repaint));
    },
  };
}
