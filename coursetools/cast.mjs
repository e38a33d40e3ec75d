/** Draws the cast: reads `cast.toml` as JSON from the environment, prints file → content (base64) as JSON. See cast.py. */
import { readFileSync } from "node:fs";
import { createAvatar } from "@dicebear/core";
import * as peeps from "@dicebear/open-peeps";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
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

/** The same for Word, which wants pixels, on the paper that heads have on a page. */
const pixels = (svg) => new Resvg(svg, { background: "#f4f1ea", fitTo: { mode: "width", value: 192 } }).render().asPng();

await initWasm(readFileSync("node_modules/@resvg/resvg-wasm/index_bg.wasm"));
const files = Object.entries(cast.zeichnungen).flatMap(([name, one]) => {
  const svg = draw(one);
  return [
    [`${name}.svg`, Buffer.from(`${svg}\n`)],
    [`${name}.png`, Buffer.from(pixels(svg))],
  ];
});
process.stdout.write(JSON.stringify(Object.fromEntries(files.map(([name, bytes]) => [name, bytes.toString("base64")]))));
