import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Observation, seen } from "#lab-kit/observation.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { answers } from "./answers.ts";
import type { PresetId } from "./presets.ts";
import { seenStates } from "./seen-states.ts";
import { runPresets } from "./testing/run-preset.ts";

const host = await TestHost.start();
afterAll(() => host[Symbol.asyncDispose]());
const runs = await runPresets(host.url);

const observationsOf = (preset: PresetId): readonly Observation[] =>
  runs.get(preset)?.observations ?? [];

const recordingOf = (preset: PresetId): readonly Observation[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, "recordings", `${preset}.json`), "utf8"))
    .observations;

/** The calls of a run in one line each: `C1 recv ECONNRESET`. What Node does by itself is left out. */
const callsOf = (observations: readonly Observation[]): string[] =>
  observations.flatMap((o) => {
    if (o.what === "socket-waits") return [`${o.socket} ${o.call} waits`];
    if (o.what !== "socket-called" || o.isByItself) return [];
    const result = o.error ?? o.gives ?? o.sizeBytes ?? (o.isNoCall ? "no call" : "ok");
    return [`${o.socket} ${o.call} ${result}`];
  });

/** The last table as `C1 ESTABLISHED`, with a star where no program holds the socket. */
const lastTable = (observations: readonly Observation[]): string =>
  (seen(observations, "kernel").at(-1)?.tcp ?? [])
    .map(({ socket, state, inode }) => `${socket} ${state}${inode === 0 ? "*" : ""}`)
    .join(", ");

const opening = ["L1 bind ok", "L1 listen ok", "C1 connect ok", "L1 accept S1"];

const calls: Partial<Record<PresetId, string[]>> = {
  "listen-connect": [...opening, "C1 send 5", "S1 recv 5"],
  "half-close": [
    ...opening,
    "C1 send 5",
    "C1 shutdown ok",
    "S1 recv 5",
    "S1 recv 0",
    "S1 send 5",
    "C1 recv 5",
  ],
  "time-wait": [...opening, "C1 close ok", "S1 recv 0", "S1 close ok"],
  "server-first": [
    ...opening,
    "S1 close ok",
    "C1 recv 0",
    "C1 close ok",
    "L1 close ok",
    "L2 bind ok",
    "L2 listen ok",
  ],
  refused: ["L1 bind ok", "L1 listen ok", "L1 close ok", "C1 connect ECONNREFUSED"],
  reset: [...opening, "S1 reset ok", "C1 recv ECONNRESET"],
  unread: [...opening, "C1 send 5", "S1 close ok", "C1 recv ECONNRESET"],
  "in-use": [
    "L1 bind ok",
    "L2 bind ok",
    "L1 listen ok",
    "L2 listen EADDRINUSE",
    "L2 close ok",
    "L2 bind EADDRINUSE",
  ],
  epipe: [...opening, "S1 close ok", "C1 send 5", "C1 send EPIPE"],
  closed: [
    ...opening,
    "C1 close ok",
    "C1 close no call",
    "C1 send ERR_STREAM_DESTROYED",
    "L1 close ok",
    "C2 connect ECONNREFUSED",
  ],
};

describe("the calls of a preset come to what the system says", () => {
  test.each(Object.entries(calls))("%s", (preset, expected) => {
    expect(callsOf(observationsOf(preset as PresetId))).toEqual(expected);
  });
});

const listens = "L1 LISTEN";

const tables: Partial<Record<PresetId, string>> = {
  "listen-connect": `${listens}, C1 ESTABLISHED, S1 ESTABLISHED`,
  "half-close": `${listens}, C1 FIN-WAIT-2, S1 CLOSE-WAIT`,
  "time-wait": `${listens}, C1 TIME-WAIT*`,
  "server-first": "L2 LISTEN, S1 TIME-WAIT*",
  refused: "",
  reset: listens,
  "in-use": listens,
  epipe: listens,
  backlog: [
    listens,
    "C1 ESTABLISHED, S1 ESTABLISHED*, C2 ESTABLISHED, S2 ESTABLISHED*",
    "C3 SYN-SENT, C4 SYN-SENT",
  ].join(", "),
  "three-connections": [
    listens,
    "C1 ESTABLISHED, S1 ESTABLISHED, C2 ESTABLISHED, S2 ESTABLISHED",
    "C3 ESTABLISHED, S3 ESTABLISHED",
  ].join(", "),
};

const isLinux = process.platform === "linux";

describe.runIf(isLinux)("the kernel's table in the end", () => {
  test.each(Object.entries(tables))("%s", (preset, expected) => {
    expect(lastTable(observationsOf(preset as PresetId))).toBe(expected);
  });

  test("a full backlog holds one connection more than it says, and the rest waits", () => {
    const rows = seen(observationsOf("backlog"), "kernel").at(-1)?.tcp ?? [];
    expect(rows[0]).toMatchObject({ socket: "L1", receiveQueue: 2 });
    expect(callsOf(observationsOf("backlog")).slice(2)).toEqual([
      "C1 connect ok",
      "C2 connect ok",
      "C3 connect waits",
      "C4 connect waits",
    ]);
  });

  test("an unread FIN counts as one byte in Recv-Q, as the lesson says", () => {
    const queues = seen(observationsOf("half-close"), "kernel").map(
      ({ tcp }) => tcp.find(({ socket }) => socket === "S1")?.receiveQueue ?? 0,
    );
    const changes = queues.filter((count, at) => count !== queues[at - 1]);
    expect(changes).toEqual([0, 5, 6, 0]);
  });

  test("each accept takes one connection that the kernel had completed", () => {
    const tables = seen(observationsOf("one-accept"), "kernel").map(({ tcp }) => tcp);
    const queue = tables.map((tcp) => tcp.find(({ socket }) => socket === "L1")?.receiveQueue);
    const nobodys = tables.map((tcp) => tcp.filter(({ inode }) => inode === 0).length);
    // Rows of one table are read one after the other, so that a change may show in one before it
    // shows in the other.
    for (const counts of [queue, nobodys]) {
      const changes = counts.filter((count, at) => count !== counts[at - 1]);
      expect(changes).toEqual([0, 1, 2, 3, 2, 1, 0]);
    }
  });

  test("three connections share the server's port, and no two have the same pair of ports", () => {
    const rows = seen(observationsOf("three-connections"), "kernel").at(-1)?.tcp ?? [];
    const own = rows.filter(({ socket }) => socket?.startsWith("S"));
    expect(new Set(own.map(({ localPort }) => localPort))).toEqual(new Set([rows[0]?.localPort]));
    expect(new Set(own.map(({ remotePort }) => remotePort)).size).toBe(3);
    expect(new Set(own.map(({ inode }) => inode)).size).toBe(3);
  });

  test("the states that the diagram lights up are those that the rows were in", () => {
    const { states, arrows } = seenStates(observationsOf("half-close"));
    expect(Object.fromEntries(states)).toEqual({
      LISTEN: ["L1"],
      ESTABLISHED: ["C1", "S1"],
      "FIN-WAIT-2": ["C1"],
      "CLOSE-WAIT": ["S1"],
    });
    expect([...arrows].map(({ from, to }) => `${from} ${to}`)).toEqual(["ESTABLISHED CLOSE-WAIT"]);
  });
});

const keys: readonly (readonly [PresetId, keyof typeof answers, string])[] = [
  ["listen-connect", "beforeAccept", "established"],
  ["half-close", "afterShutdown", "fin-wait-2"],
  ["half-close", "endServer", "close-wait"],
  ["time-wait", "whoWaits", "client"],
  ["server-first", "whoWaits", "server"],
  ["refused", "lastError", "econnrefused"],
  ["reset", "lastError", "econnreset"],
  ["in-use", "failedCall", "listen"],
  ["epipe", "failedSend", "second"],
  ["backlog", "connected", "2"],
  ["one-accept", "unaccepted", "2"],
  ["three-connections", "serverPorts", "1"],
];

describe.runIf(isLinux)("a run answers the lab's questions", () => {
  test.each(keys)("%s: %s is %s", (preset, ask, key) => {
    expect(answers[ask]({ observations: observationsOf(preset) })).toEqual([key]);
  });
});

describe.runIf(isLinux)("the recording of a preset is what a run of today comes to", () => {
  test.each([...runs.keys()])("%s", (preset) => {
    const [then, now] = [recordingOf(preset), observationsOf(preset)];
    expect(callsOf(then)).toEqual(callsOf(now));
    expect(lastTable(then)).toBe(lastTable(now));
  });
});
