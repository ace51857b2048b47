import { expect, test } from "vitest";
import type { Observation } from "#lab-kit/observation.ts";
import { apart, flightsOf } from "./flight.ts";

const stamp = { seq: 1, clock: "server" } as const;
const load = { over: "udp", sizeBytes: 10 } as const;
const out = (number: number, atMs: number): Observation => ({
  ...stamp,
  ...load,
  atMs,
  where: "Sender",
  what: "numbered-out",
  to: "Receiver",
  numbers: [number],
});
const into = (numbers: number[], atMs: number): Observation => ({
  ...stamp,
  ...load,
  atMs,
  where: "Receiver",
  what: "numbered-in",
  from: "Sender",
  numbers,
});
const lost = (number: number, atMs: number): Observation => ({
  ...stamp,
  atMs,
  where: "Relay",
  what: "relayed",
  number,
  how: "lost",
});

test("each copy is a flight of its own, and a lost one ends in the relay", () => {
  const sent = [out(1, 100), out(2, 120), out(3, 140)];
  const flights = flightsOf({
    observations: [...sent, lost(2, 121), into([1], 130), into([3, 3], 150)],
  });
  expect(flights).toEqual({
    hasRelay: true,
    endMs: 50,
    flights: [
      { number: 2, fromMs: 20, toMs: 21, isLost: true },
      { number: 1, fromMs: 0, toMs: 30, isLost: false },
      { number: 3, fromMs: 40, toMs: 50, isLost: false },
      { number: 3, fromMs: 40, toMs: 50, isLost: false },
    ],
  });
});

test("a burst is not drawn as flights, nor is a run in which nothing came", () => {
  expect(flightsOf({ observations: [out(1, 1), into([1], 2)] })).toBeUndefined();
  expect(flightsOf({ observations: [out(1, 1), out(2, 20), out(3, 40)] })).toBeUndefined();
  expect(flightsOf({ observations: [] })).toBeUndefined();
});

test("labels are moved apart downwards, in their order", () => {
  expect(apart([30, 0, 2, 31], 10)).toEqual([30, 0, 10, 40]);
});
