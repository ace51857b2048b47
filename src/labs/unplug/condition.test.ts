import { expect, test } from "vitest";
import type { Fact, Observation } from "#lab-kit/observation.ts";
import { type Condition, isMet } from "./condition.ts";

const seenOf = (rows: readonly [clock: "page" | "server", fact: Fact][]): Observation[] =>
  rows.map(([clock, fact], seq) => ({ ...fact, seq, atMs: seq, clock, where: "Bob" }));

const connected: Fact = { what: "connected", transport: "websocket" };
const left: Fact = { what: "disconnected", reason: "transport close" };

test.each<[Condition, boolean, [clock: "page" | "server", fact: Fact][]]>([
  ["gone", false, []],
  ["gone", false, [["page", left]]],
  ["gone", false, [["server", left]]],
  [
    "gone",
    true,
    [
      ["server", left],
      ["page", left],
    ],
  ],
  ["gone-here", true, [["page", left]]],
  [
    "back",
    false,
    [
      ["page", left],
      ["server", left],
    ],
  ],
  [
    "back",
    false,
    [
      ["page", left],
      ["page", connected],
    ],
  ],
  [
    "back",
    true,
    [
      ["page", left],
      ["server", connected],
      ["page", connected],
    ],
  ],
  [
    "back",
    true,
    [
      ["page", left],
      ["page", { what: "refused", reason: "banned" }],
    ],
  ],
  ["one-socket", true, []],
  [
    "one-socket",
    false,
    [
      ["page", left],
      ["server", connected],
    ],
  ],
  [
    "one-socket",
    true,
    [
      ["page", left],
      ["server", connected],
      ["server", left],
    ],
  ],
  ["pinged", true, [["server", { what: "pinged" }]]],
  ["timed-out", true, [["page", { what: "ack-timed-out", error: "time" }]]],
  ["forgot-session", false, [["server", { what: "forgot", sessions: 0, packets: 1 }]]],
  ["forgot-session", true, [["server", { what: "forgot", sessions: 1, packets: 0 }]]],
  ["forgot-packets", true, [["server", { what: "forgot", sessions: 0, packets: 1 }]]],
])("%s is %s after what was seen", (condition, isSo, rows) => {
  expect(isMet(condition, "Bob", { observations: seenOf(rows), since: 0 })).toBe(isSo);
});

test("what was seen before the last step does not count as its effect", () => {
  const observations = seenOf([["server", { what: "pinged" }]]);
  expect(isMet("pinged", "Bob", { observations, since: 1 })).toBe(false);
});

test("what another client does is not Bob's", () => {
  const observations = seenOf([
    ["page", left],
    ["server", left],
  ]);
  expect(isMet("gone", "Ann", { observations, since: 0 })).toBe(false);
});
