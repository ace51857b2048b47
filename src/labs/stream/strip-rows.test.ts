import { expect, test } from "vitest";
import type { Fact, Observation } from "#lab-kit/observation.ts";
import { plainSettings, presets } from "./presets.ts";
import { stripRows } from "./strip-rows.ts";

const run = (...facts: [where: string, fact: Fact][]) => ({
  observations: facts.map(
    ([where, fact], seq): Observation => ({ ...fact, where, seq, atMs: seq, clock: "server" }),
  ),
});
const wrote = (sizeBytes: number, isTaken = true): [string, Fact] => [
  "Writer",
  { what: "wrote", sizeBytes, isTaken, heldBytes: 0 },
];
const read = (sizeBytes: number): [string, Fact] => ["Reader", { what: "read", sizeBytes }];
const partsOf = (rows: ReturnType<typeof stripRows>, name: string) =>
  rows
    .find((row) => row.name === name)
    ?.parts.map(({ from, to, text, kind }) => [from, to, text, kind]);

test("before a run there are as many rows as in it, all of them empty", () => {
  for (const { settings } of Object.values(presets)) {
    const rows = stripRows(settings, { observations: [] });
    expect(rows.map(({ parts }) => parts.length)).toEqual(rows.map(() => 0));
  }
  const names = stripRows(presets["stopped-reader"].settings, run()).map(({ name }) => name);
  expect(names).toEqual(["write()", "waits in", "read"]);
});

test("writes and reads stand on one axis of bytes", () => {
  const rows = stripRows(plainSettings, run(wrote(5), wrote(5), read(10)));
  expect(partsOf(rows, "write()")).toEqual([
    [0, 5, "5", "write"],
    [5, 10, "5", "write"],
  ]);
  expect(partsOf(rows, "read")).toEqual([[0, 10, "10", "read"]]);
});

test("neighbours that are too small to be seen are put together, but not across a false", () => {
  const small = Array.from({ length: 100 }, () => wrote(10));
  const refused = Array.from({ length: 100 }, () => wrote(10, false));
  const rows = stripRows(presets["many-small-writes"].settings, run(...small, ...refused));
  expect(partsOf(rows, "write()")).toEqual([
    [0, 1000, "100 ×", "write"],
    [1000, 2000, "100 ×", "refused"],
  ]);
});

test("what waits stands in the order of the stream, the writer’s Node last", () => {
  const socket = { localPort: 1, remotePort: 2, inode: 1, state: "ESTABLISHED" } as const;
  const rows = stripRows(
    presets["stopped-reader"].settings,
    run(
      wrote(100),
      ["Writer", { what: "held", sizeBytes: 60 }],
      ["Reader", { what: "held", sizeBytes: 10 }],
      [
        "kernel",
        {
          what: "kernel",
          udp: [],
          tcp: [
            { ...socket, socket: "Writer", sendQueueBytes: 25, receiveQueue: 0 },
            { ...socket, socket: "Reader", sendQueueBytes: 0, receiveQueue: 20 },
          ],
        },
      ],
    ),
  );
  // 15 bytes are counted twice: they are in the writer's kernel already, and still in its Node.
  expect(partsOf(rows, "waits in")?.map(([from, to]) => [from, to])).toEqual([
    [0, 10],
    [10, 30],
    [30, 55],
    [55, 100],
  ]);
});
