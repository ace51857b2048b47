import { describe, expect, test } from "vitest";
import type { Box } from "./place-labels.ts";
import { broadcastRun, type FixtureRow, fixtureClocks, runOf, written } from "./run-fixture.ts";
import { spaceTime } from "./space-time.ts";
import { chipBox } from "./timeline-chips.ts";
import { timelineLayout } from "./timeline-layout.ts";

const fiveLanes = ["Ann", "server", "Bob", "Cem", "Dee"];
const everybody = ["Ann", "Bob", "Cem", "Dee"];

/** Ann emits; all four get it, one after the other, `stepMs` apart. */
const toAll = (startMs: number, stepMs: number): FixtureRow[] => [
  [startMs, "Ann", { what: "emitted", event: "news" }],
  [startMs, "Ann", { what: "sent", event: "news" }],
  [startMs + 1, "server", { what: "received", event: "news", from: "Ann", wantsAck: true }],
  [startMs + 1.1, "server", written("news", everybody)],
  [startMs + 1.2, "server", { what: "acknowledged", to: "Ann" }],
  ...everybody.map(
    (lane, index): FixtureRow => [
      startMs + 2 + index * stepMs,
      lane,
      { what: "arrived", event: "news" },
    ],
  ),
  [startMs + 2.5, "Ann", { what: "ack-received", answer: "1" }],
];

const lostRun = broadcastRun.filter(([, where]) => where !== "Bob");
const burst = [0, 0.4, 0.8, 1.2].flatMap((startMs) => toAll(5000 + startMs, 0));
const paused: FixtureRow[] = [...broadcastRun, ...toAll(7000, 0.1)];
const reasons = { Ann: "socket.to leaves out the sender", Cem: "not in red", Dee: "not connected" };

const layoutOf = (rows: readonly FixtureRow[], widthPx: number, lanes = fiveLanes) =>
  timelineLayout(spaceTime(runOf(rows), fixtureClocks, lanes), reasons, widthPx);

const areApart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

const runs = { broadcastRun, lostRun, burst, paused, all: toAll(5000, 0.3) };

describe.each([340, 640])("at %i px", (widthPx) => {
  test.each(Object.entries(runs))("no label of %s covers another one or a chip", (_, rows) => {
    const { notes, chips } = layoutOf(rows, widthPx);
    const boxes = [...notes.map(({ box }) => box), ...chips.map(chipBox)];
    const overlapping = notes.flatMap(({ box, note }) =>
      boxes
        .filter((other) => other !== box && !areApart(box, other))
        .map(() => note.lines.join(" ")),
    );
    expect(overlapping).toEqual([]);
  });

  test.each(Object.entries(runs))("every label of %s is inside", (_, rows) => {
    const { notes, heightPx } = layoutOf(rows, widthPx);
    for (const { box } of notes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(widthPx);
      expect(box.y + box.height).toBeLessThanOrEqual(heightPx);
    }
  });

  test("text is at least 11 px high", () => {
    expect(layoutOf(broadcastRun, widthPx).frame.fontPx).toBeGreaterThanOrEqual(11);
  });
});

test("names of two arrows that run side by side do not cover each other", () => {
  const close = toAll(5000, 0.3).map(
    ([atMs, where, fact]): FixtureRow => [
      fact.what === "acknowledged" ? 5001.11 : fact.what === "ack-received" ? 5002.05 : atMs,
      where,
      fact,
    ],
  );
  const [up, news, ack] = layoutOf(close, 640).chips;
  expect([up?.text, news?.text, ack?.text]).toEqual(["news", "news", "ack"]);
  if (news && ack) expect(areApart(chipBox(news), chipBox(ack))).toBe(true);
});

test("a slower arrow is drawn over more height than a faster one, on both sides of a pause", () => {
  const { arrows, breaks } = layoutOf(paused, 640);
  const bySpeed = arrows
    .flatMap(({ arrow, y1, y2 }) =>
      arrow.to ? [{ ms: arrow.to.drawMs - arrow.from.drawMs, px: y2 - y1 }] : [],
    )
    .sort((a, b) => a.ms - b.ms);
  const heights = bySpeed.map(({ px }) => px);
  expect(breaks).toHaveLength(1);
  for (const [index, px] of heights.slice(1).entries())
    expect(px).toBeGreaterThanOrEqual((heights[index] ?? 0) - 1e-3);
});

test("an arrow that was lost ends in a cross before its lane, beside the reason", () => {
  const { arrows, signs, notes, frame } = timelineLayout(
    spaceTime(runOf(lostRun), fixtureClocks, fiveLanes),
    { Bob: "connection broke" },
    640,
  );
  const lost = arrows.find(({ isLost }) => isLost);
  expect(lost?.x2).toBeLessThan(frame.xOf("Bob"));
  expect(signs).toContainEqual({ shape: "cross", x: lost?.x2, y: lost?.y2 });
  expect(notes.find(({ note }) => note.tone === "no")?.note).toMatchObject({
    x: lost?.x2,
    lines: ["connection", "broke"],
  });
});

test("a lane that was left out has a cross and its reason at the time of writing", () => {
  const { signs, frame, arrows } = layoutOf(broadcastRun, 640);
  const down = arrows.find(({ arrow }) => arrow.toLane === "Bob");
  expect(signs).toContainEqual({ shape: "cross", x: frame.xOf("Cem"), y: down?.y1 });
});

test("an empty run has lanes, no signs and no reasons", () => {
  const { lanes, signs, notes } = layoutOf([], 640);
  expect(lanes).toHaveLength(5);
  expect([signs, notes]).toEqual([[], []]);
});
