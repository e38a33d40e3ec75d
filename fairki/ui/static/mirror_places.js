/** Where marks stand in the mirror: in piles, and in a swarm along a line. No drawing here, so Node can test it. */

const WIDEST = 17; // px between two marks, if there is room
const NARROWEST = 5;
const APART = 14; // px between two piles, at least
/** Room for a label under a pile, in px: with the group's name, without it, the number alone. */
const LABELS = [150, 58, 24];

/**
 * Marks in a row of a pile: a row is about ten of a hundred of its group.
 * @param {number} n people of the group
 */
export const perRow = (n) => Math.max(1, Math.round(n / 10));

/**
 * A group of the picture: how many people, and whether it is too small for a rate.
 * @typedef {{ n: number, small: boolean }} Size
 */

/**
 * The piles of one way of sorting. Height is the rate: ten levels are all people of a group. Groups too small for a
 * rate stand one mark above the other. Of those refused the suitable ones lie at the bottom, where piles compare.
 * @param {Size[]} sizes
 * @param {number[]} members group of each person
 * @param {boolean[]} invited
 * @param {boolean[]} suitable
 * @returns {{ column: number, level: number }[]} per person, in marks from the left and in levels above the shelf
 */
export function piles(sizes, members, invited, suitable) {
  /** @type {{ column: number, level: number }[]} */
  const places = [];
  const first = members.map((_, at) => at).filter((at) => invited[at] || suitable[at]);
  const then = members.map((_, at) => at).filter((at) => !invited[at] && !suitable[at]);
  const filled = [sizes.map(() => 0), sizes.map(() => 0)];
  for (const at of [...first, ...then]) {
    const group = members[at];
    const { n, small } = sizes[group];
    const wide = perRow(n);
    const place = filled[Number(invited[at])][group]++;
    const high = small ? 1 : (10 * wide) / n;
    places[at] = { column: place % wide, level: (Math.floor(place / wide) + 0.5) * high };
  }
  return places;
}

/**
 * How wide marks and piles are; with the names of the groups where these fit.
 * @param {number} width of the picture
 * @param {number} margin kept free on the left
 * @param {Size[]} sizes
 */
export function frame(width, margin, sizes) {
  for (const label of LABELS)
    for (let pitch = WIDEST; pitch >= NARROWEST; pitch -= 0.5) {
      const wide = sizes.map(({ n }) => Math.max(perRow(n) * pitch, label));
      const free = width - margin - wide.reduce((all, one) => all + one, 0);
      if (free < APART * (sizes.length - 1) || (label !== LABELS.at(-1) && pitch < 9)) continue;
      const apart = Math.min(60, free / Math.max(1, sizes.length - 1));
      const left = wide.map((_, at) => margin + wide.slice(0, at).reduce((all, one) => all + one + apart, 0));
      return { pitch, left, named: label === LABELS[0], counted: label !== LABELS.at(-1) };
    }
  const each = (width - margin) / sizes.length;
  return { pitch: NARROWEST, left: sizes.map((_, at) => margin + at * each), named: false, counted: false };
}

/**
 * A swarm: marks that would cover each other move up and down in turn.
 * @param {number[]} spots of the marks along the line, in px
 * @param {number} step from one mark to the next
 * @returns {{ x: number, side: number }[]} along the line, and how many marks above or below its middle
 */
export function swarm(spots, step) {
  /** @type {Map<number, number>} */
  const filled = new Map();
  return spots.map((spot) => {
    const column = Math.round(spot / step);
    const n = filled.get(column) ?? 0;
    filled.set(column, n + 1);
    return { x: column * step, side: n % 2 ? -Math.ceil(n / 2) : n / 2 };
  });
}

/**
 * How many marks of a swarm stand above each other at most.
 * @param {{ side: number }[]} places
 */
export const tallest = (places) => Math.max(0, ...places.map(({ side }) => 2 * Math.abs(side) + (side < 0 ? 0 : 1)));
