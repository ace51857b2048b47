import { expect, test } from "vitest";
import type { WaterfallMark, WaterfallRow } from "./waterfall.ts";
import { markPx, waterfallLayout } from "./waterfall-layout.ts";
import { waterfallWords } from "./waterfall-words.ts";

const mark = (atMs: number, text: string, way: "up" | "down" = "up"): WaterfallMark => ({
  atMs,
  text,
  layer: "engineio",
  way,
});

const row = (change: Partial<WaterfallRow>): WaterfallRow => ({
  id: "1",
  title: "GET polling",
  end: "200 after 3.0 ms",
  bars: [{ fromMs: 0, toMs: 3, layer: "http" }],
  marks: [],
  ...change,
});

test("marks that would touch stand in lines of their own, in the order of their times", () => {
  const marks = [mark(0, "2probe"), mark(0.1, "3probe"), mark(3, "5")];
  const { rows } = waterfallLayout([row({ marks })], 600);
  const placed = rows[0]?.marks ?? [];
  expect(placed.map(({ mark: { text } }) => text)).toEqual(["2probe", "3probe", "5"]);
  expect(placed[1]?.y).toBeGreaterThanOrEqual((placed[0]?.y ?? 0) + markPx);
  expect(placed[2]?.y).toBe(placed[0]?.y);
});

test.each([320, 600])("in %s pixels no mark and no bar leaves the drawing", (widthPx) => {
  const marks = Array.from({ length: 9 }, (_, index) => mark(index * 4, "a packet of some length"));
  const open = row({ id: "2", bars: [{ fromMs: 30, layer: "websocket" }], marks });
  const { rows, heightPx } = waterfallLayout([row({}), open], widthPx);
  for (const { bars, marks: placed, y, height } of rows) {
    for (const { x, width } of [...bars, ...placed]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(widthPx);
    }
    expect(y + height).toBeLessThanOrEqual(heightPx);
  }
});

test("a bar that is still open reaches the end, a short one can be seen", () => {
  const open = row({ id: "2", bars: [{ fromMs: 1, layer: "websocket" }] });
  const brief = row({ id: "3", bars: [{ fromMs: 2, toMs: 2.001, layer: "http" }] });
  const { rows } = waterfallLayout([row({}), open, brief], 600);
  const [, ofOpen, ofBrief] = rows.map(({ bars }) => bars[0]);
  expect((ofOpen?.x ?? 0) + (ofOpen?.width ?? 0)).toBeGreaterThan(580);
  expect(ofBrief?.width).toBe(3);
});

test("the words say who sent what to whom, row by row", () => {
  const rows = [row({ marks: [mark(3, "0{…}", "down")] })];
  const words = waterfallWords(rows, { client: "Ann", server: "server" });
  expect(words).toBe(
    "Waterfall. GET polling, 200 after 3.0 ms: server to Ann: 0{…} at 3.0\u00a0ms.",
  );
  expect(waterfallWords([], { client: "Ann", server: "server" })).toBe(
    "Waterfall. Nothing has happened yet.",
  );
});
