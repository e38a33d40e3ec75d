/** Draws the cast: reads `cast.toml` as JSON from the environment, prints name → SVG as JSON. Called by cast.py. */
import { createAvatar } from "@dicebear/core";
import * as peeps from "@dicebear/open-peeps";
import { optimize } from "svgo";

const cast = JSON.parse(process.env.CAST ?? "");
const ALL = [0, 0, 704]; // left, top, width of the collection's own frame

/** @param {string} colour */
const bare = (colour) => colour.slice(1);

/** A part of the collection that is there, or is not. */
const part = (kind, name) => ({ [kind]: name ? [name] : [], [`${kind}Probability`]: name ? 100 : 0 });

function draw(one) {
  const avatar = createAvatar(peeps, {
    head: [one.kopf],
    face: [one.gesicht],
    skinColor: [bare(cast.haut[one.haut])],
    headContrastColor: [bare(one.haar)],
    clothingColor: [bare(cast.kleidung[one.kleidung])],
    ...part("accessories", one.brille),
    ...part("facialHair", one.bart),
    ...part("mask"),
  });
  const body = avatar.toString().match(/<g mask="[^"]*">(.*)<\/g><\/svg>$/s) ?? avatar.toString().match(/<\/metadata>(.*)<\/svg>$/s);
  const { dahinter = "", davor = "" } = cast.zusaetze[one.zusatz] ?? {};
  const [left, top, width] = one.ausschnitt ?? ALL;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${width}" fill="none">${dahinter}${body[1]}${davor}</svg>`;
  return optimize(svg, { multipass: true, floatPrecision: 0 }).data;
}

const drawn = Object.entries(cast.zeichnungen).map(([name, one]) => [name, draw(one)]);
process.stdout.write(JSON.stringify(Object.fromEntries(drawn)));
