import { expect, test } from "vitest";
import { tcpStateNames, tcpTransitions } from "#wire/tcp-states.ts";
import { drawing, isDrawn, lineOf, type Place, places } from "./diagram-places.ts";

const isInside = (box: Place, x: number, y: number): boolean =>
  Math.abs(box.x - x) < drawing.boxWidth / 2 - 0.01 &&
  Math.abs(box.y - y) < drawing.boxHeight / 2 - 0.01;

test.each(tcpTransitions.filter(isDrawn))(
  "$from → $to: $cause ends at the edges of boxes",
  (row) => {
    const { x1, y1, x2, y2 } = lineOf(row);
    for (const state of tcpStateNames) {
      expect(isInside(places[state], x1, y1), state).toBe(false);
      expect(isInside(places[state], x2, y2), state).toBe(false);
    }
  },
);

test("every box lies in the drawing, and no two overlap", () => {
  for (const one of tcpStateNames) {
    const { x, y } = places[one];
    expect(x - drawing.boxWidth / 2).toBeGreaterThanOrEqual(0);
    expect(x + drawing.boxWidth / 2).toBeLessThanOrEqual(drawing.width);
    expect(y + drawing.boxHeight / 2).toBeLessThanOrEqual(drawing.height);
    for (const other of tcpStateNames.filter((state) => state !== one)) {
      const isApart =
        Math.abs(places[other].x - x) >= drawing.boxWidth ||
        Math.abs(places[other].y - y) >= drawing.boxHeight;
      expect(isApart, `${one} ${other}`).toBe(true);
    }
  }
});
