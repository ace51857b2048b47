import { expect, test } from "vitest";
import { minutesLeftAt } from "./minutes-left.ts";

const stretch = { startPx: 200, endPx: 1200 };

test("the minutes left shrink with the page below, and never to none", () => {
  const left = [200, 450, 700, 1190, 1200].map((placePx) => minutesLeftAt(placePx, stretch, 12));
  expect(left).toEqual([12, 9, 6, 1, 1]);
});
