import { expect, test } from "vitest";
import type { Observation } from "#lab-kit/observation.ts";
import { passages } from "./passage.ts";

const at = { seq: 1, atMs: 0, clock: "server" } as const;
const out = (numbers: number[], error?: string): Observation => ({
  ...at,
  where: "Sender",
  what: "numbered-out",
  over: "udp",
  to: "Receiver",
  sizeBytes: 10,
  numbers,
  ...(error && { error }),
});
const into = (numbers: number[]): Observation => ({
  ...at,
  where: "Receiver",
  what: "numbered-in",
  over: "udp",
  from: "Sender",
  sizeBytes: 10,
  numbers,
});

test("tells apart what arrived, what is missing and what was refused", () => {
  const [way] = passages({ observations: [out([1, 3, 4]), out([2], "EMSGSIZE"), into([1, 4])] });
  expect(way?.sent.map(({ name, fate }) => `${name} ${fate}`)).toEqual([
    "1 arrived",
    "2 refused",
    "3 missing",
    "4 arrived",
  ]);
  expect(way?.says).toBe(
    "Sender to Receiver over UDP: 3 sent; arrived in this order: 1, 4; missing: 3.",
  );
});

test("marks copies, and numbers that come after a larger one", () => {
  const [way] = passages({ observations: [out([1, 2, 3]), into([1, 3]), into([2, 3])] });
  expect(way?.arrivals).toEqual([
    { name: "1", isCopy: false, isLate: false },
    { name: "3", isCopy: false, isLate: false },
    { name: "2", isCopy: false, isLate: true },
    { name: "3", isCopy: true, isLate: false },
  ]);
});

test("a run in which nothing was sent has no way", () => {
  expect(passages({ observations: [] })).toEqual([]);
});
