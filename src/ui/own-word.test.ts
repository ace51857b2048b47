import { expect, test } from "vitest";
import type { ClockName, Fact } from "#lab-kit/observation.ts";
import { withOwnWords } from "./own-word.ts";

const connected: Fact = { what: "connected", transport: "polling" };
const left: Fact = { what: "disconnected", reason: "transport close" };

const told = (...rows: [ClockName, Fact][]): string[] => {
  const placed = rows.map(([clock, fact], seq) => ({
    observation: { ...fact, seq, atMs: seq, clock, where: "Ann" },
    atMs: seq,
    drawMs: seq,
  }));
  return withOwnWords(placed).map(({ observation }) => `${observation.clock} ${observation.what}`);
};

test("a client is connected when it says so, not when the server knows it", () => {
  expect(told(["server", connected], ["page", connected])).toEqual(["page connected"]);
  expect(told(["page", connected], ["server", connected])).toEqual([
    "page connected",
    "server connected",
  ]);
});

test("the server has the word where the client says nothing, or that it has left", () => {
  expect(told(["server", connected])).toEqual(["server connected"]);
  expect(told(["server", connected], ["page", left], ["page", connected])).toEqual([
    "server connected",
    "page disconnected",
    "page connected",
  ]);
});
