import type { Box } from "./place-labels.ts";
import type { DrawnArrow, Frame } from "./timeline-layout.ts";
import { fitText, textWidthPx } from "./wrap-text.ts";

/** The name of what is on its way, on its arrow; `x` and `y` are its middle. */
export interface Chip {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
}

/** The rectangle that a chip covers. */
export const chipBox = ({ x, y, width, height }: Chip): Box => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

const reachPx = ({ x1, x2 }: DrawnArrow): number => Math.abs(x2 - x1);

/** One emit to many is one point on its lane; its shortest arrow carries the name. */
const oneForEachStart = (arrows: readonly DrawnArrow[]): DrawnArrow[] => {
  const shortest = new Map<string, DrawnArrow>();
  for (const drawn of arrows) {
    const { from, label, kind } = drawn.arrow;
    const key = [kind, from.lane, from.drawMs, label].join(" ");
    const best = shortest.get(key);
    if (!best || reachPx(drawn) < reachPx(best)) shortest.set(key, drawn);
  }
  return [...shortest.values()];
};

/** A chip would hide an arrow that is nearly level: it stands above that one. */
const levelPx = 16;

const chipAt = (drawn: DrawnArrow, share: number, frame: Frame): Chip => {
  const { x1, y1, x2, y2, arrow } = drawn;
  const text = fitText(arrow.label, reachPx(drawn) - 30, frame.fontPx);
  const height = frame.lineHeightPx + 3;
  const lift = Math.abs(y2 - y1) < levelPx ? height / 2 + 3 : 0;
  return {
    x: x1 + (x2 - x1) * share,
    y: y1 + (y2 - y1) * share - lift,
    width: textWidthPx(text, frame.fontPx) + 12,
    height,
    text,
  };
};

/** On the arrow near its middle; where arrows run close together, above or below it. */
const placesOf = (drawn: DrawnArrow, frame: Frame): Chip[] => {
  const onArrow = [0.48, 0.4, 0.56, 0.33, 0.64].map((share) => chipAt(drawn, share, frame));
  const shifted = (by: number) =>
    onArrow.map((chip) => ({ ...chip, y: chip.y + by * chip.height }));
  return [...onArrow, ...shifted(0.9), ...shifted(-0.9), ...shifted(1.8)];
};

const areApart = (a: Chip, b: Chip): boolean =>
  Math.abs(a.x - b.x) >= (a.width + b.width) / 2 ||
  Math.abs(a.y - b.y) >= (a.height + b.height) / 2;

/** Chips of all arrows, each where it covers no other one if there is such a place. */
export const chipsOf = (arrows: readonly DrawnArrow[], frame: Frame): Chip[] => {
  const chips: Chip[] = [];
  for (const drawn of oneForEachStart(arrows)) {
    const places = placesOf(drawn, frame);
    const free = places.find((chip) => chips.every((other) => areApart(chip, other)));
    const chip = free ?? places[0];
    if (chip) chips.push(chip);
  }
  return chips;
};
