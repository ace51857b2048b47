import { describe, expect, test } from "vitest";
import type { Observation } from "#lab-kit/observation.ts";
import { broadcastRun, type FixtureRow, fixtureClocks, runOf, written } from "./run-fixture.ts";
import { type Arrow, spaceTime } from "./space-time.ts";

const lanes = ["Ann", "server", "Bob", "Cem"];
const draw = (rows: readonly FixtureRow[], clocks = fixtureClocks) =>
  spaceTime(runOf(rows), clocks, lanes);

const ways = (arrows: readonly Arrow[]) =>
  arrows.map(
    ({ from, label, toLane, to }) => `${from.lane} ${label} ${toLane} ${to ? "in" : "lost"}`,
  );

const sent = (atMs: number, event = "news"): FixtureRow[] => [
  [atMs, "Ann", { what: "emitted", event }],
  [atMs, "Ann", { what: "sent", event }],
];
const received = (atMs: number, event = "news", wantsAck = false): FixtureRow => [
  atMs,
  "server",
  { what: "received", event, from: "Ann", wantsAck },
];

test("an empty run has lanes and nothing else", () => {
  expect(draw([])).toEqual({ lanes, arrows: [], marks: [], outages: [], startMs: 0, endMs: 0 });
});

test("a broadcast is one arrow up and one arrow down, timed from the first emit", () => {
  const { arrows, startMs, endMs } = draw(broadcastRun);
  expect(ways(arrows)).toEqual(["Ann news server in", "server news Bob in"]);
  expect(arrows.map(({ to }) => to?.atMs)).toEqual([
    expect.closeTo(1.4, 6),
    expect.closeTo(2.6, 6),
  ]);
  expect(startMs).toBe(0);
  expect(endMs).toBeCloseTo(2.6, 6);
});

test("only times of another clock than the origin's carry an error", () => {
  const [up, down] = draw(broadcastRun).arrows;
  expect([up?.from.errorMs, up?.to?.errorMs, down?.to?.errorMs]).toEqual([0, 0.3, 0]);
  expect(up?.delay).toEqual({ ms: expect.closeTo(1.4, 6), errorMs: 0.3 });
});

test("events of one name are joined in order, those of another name apart", () => {
  const { arrows } = draw([
    ...sent(5000, "a"),
    ...sent(5001, "b"),
    ...sent(5002, "a"),
    received(5003, "a"),
    received(5004, "b"),
    received(5005, "a"),
  ]);
  expect(arrows.map(({ label, from, to }) => [label, from.atMs, to?.atMs])).toEqual([
    ["a", 0, 3],
    ["b", 1, 4],
    ["a", 2, 5],
  ]);
});

test("each recipient of one write has an arrow, and one that never came out is lost", () => {
  const { arrows } = draw([
    ...sent(5000),
    received(5001),
    [5001, "server", written("news", ["Ann", "Bob", "Cem"])],
    [5002, "Ann", { what: "arrived", event: "news" }],
    [5002, "Cem", { what: "arrived", event: "news" }],
  ]);
  expect(ways(arrows)).toEqual([
    "Ann news server in",
    "server news Ann in",
    "server news Bob lost",
    "server news Cem in",
  ]);
  expect(arrows[2]?.delay).toBeUndefined();
});

test("of two events that went out, the one before a broken connection is the lost one", () => {
  const { arrows } = draw([
    ...sent(5000),
    [5010, "Ann", { what: "disconnected", reason: "transport close" }],
    [5020, "Ann", { what: "connected", transport: "websocket" }],
    ...sent(5030),
    received(5031),
  ]);
  expect(arrows.map(({ from, to }) => [from.atMs, to?.atMs])).toEqual([
    [0, undefined],
    [30, 31],
  ]);
});

test("what two programs say to each other goes both ways, where neither is the server", () => {
  const { arrows } = draw([
    [5000, "Ann", { what: "message-out", to: "Bob", message: "hello" }],
    [5001, "Bob", { what: "message-in", from: "Ann", message: "hello" }],
    [5002, "Bob", { what: "message-out", to: "Ann", message: "hello" }],
    [5003, "Ann", { what: "message-in", from: "Bob", message: "hello" }],
  ]);
  expect(ways(arrows)).toEqual(["Ann hello Bob in", "Bob hello Ann in"]);
});

test("of the calls on sockets, those that begin or fail are marked", () => {
  const { marks } = draw([
    [5000, "Bob", { what: "socket-called", call: "listen", socket: "s", local: 4000 }],
    [5001, "Bob", { what: "socket-called", call: "accept", socket: "s", local: 4000 }],
    [5002, "Ann", { what: "socket-called", call: "connect", socket: "c", error: "ECONNREFUSED" }],
  ]);
  expect(marks.map(({ lane, kind, text }) => [lane, kind, text])).toEqual([
    ["Bob", "called", "listen(): port 4000"],
    ["Ann", "call-failed", "connect(): ECONNREFUSED"],
  ]);
});

test("an event kept in the buffer leaves when it is sent, not when it is emitted", () => {
  const { arrows, marks, outages } = draw([
    [4000, "Ann", { what: "disconnected", reason: "io client disconnect" }],
    [5000, "Ann", { what: "emitted", event: "news" }],
    [5000, "Ann", { what: "buffered", event: "news" }],
    [7400, "Ann", { what: "connected", transport: "websocket" }],
    [7401, "Ann", { what: "sent", event: "news" }],
    received(7402),
  ]);
  expect(arrows.map(({ from }) => from.atMs)).toEqual([2401]);
  expect(marks.map(({ kind }) => kind)).toEqual(["buffered", "connected"]);
  expect(outages).toEqual([{ lane: "Ann", fromMs: undefined, toMs: 2400 }]);
});

test("a buffered event that is never sent has no arrow", () => {
  const { arrows, marks } = draw([
    [5000, "Ann", { what: "emitted", event: "news" }],
    [5000, "Ann", { what: "buffered", event: "news" }],
  ]);
  expect(arrows).toEqual([]);
  expect(marks).toMatchObject([{ kind: "buffered", lane: "Ann", atMs: 0 }]);
});

test("an acknowledgement goes back to the client it is for", () => {
  const { arrows } = draw([
    ...sent(5000),
    received(5001, "news", true),
    [5001.5, "server", { what: "acknowledged", to: "Ann" }],
    [5003, "Ann", { what: "ack-received", answer: '"ok"' }],
  ]);
  expect(arrows[1]).toMatchObject({ kind: "ack", label: "ack", toLane: "Ann" });
  expect(arrows[1]?.to?.atMs).toBeCloseTo(3, 6);
});

test("an arrival without a listener is marked, a handled one is not", () => {
  const { marks } = draw([...broadcastRun, [5003, "Cem", { what: "arrived", event: "news" }]]);
  expect(marks.map(({ kind, lane }) => `${lane} ${kind}`)).toEqual([
    "server returned",
    "Bob handled",
    "Cem no-listener",
  ]);
});

test("a write to nobody is a mark, a timed-out acknowledgement too", () => {
  const { marks } = draw([
    ...sent(5000),
    received(5001),
    [5001, "server", written("news", [])],
    [5300, "Ann", { what: "ack-timed-out", error: "operation has timed out" }],
  ]);
  expect(marks.map(({ text }) => text)).toEqual(["to nobody", "operation has timed out"]);
});

test("nothing is called lost where observations were not kept", () => {
  const { arrows, marks } = draw([
    ...sent(5000),
    ...sent(5001),
    received(5002),
    [5003, "server", { what: "skipped", count: 1 }],
  ]);
  expect(ways(arrows)).toEqual(["Ann news server in"]);
  expect(marks).toMatchObject([{ kind: "skipped", text: "1 more not kept" }]);
});

test("what happened on lanes that are not drawn is left out", () => {
  const { arrows } = spaceTime(runOf(broadcastRun), fixtureClocks, ["Ann", "server"]);
  expect(ways(arrows)).toEqual(["Ann news server in"]);
});

describe("when the clocks put an arrival before its sending", () => {
  const early = (receivedMs: number): FixtureRow[] => [
    ...sent(5000),
    received(receivedMs),
    [receivedMs + 0.1, "server", written("news", ["Bob"])],
    [5000.6, "Bob", { what: "arrived", event: "news" }],
  ];

  test("within the error it is drawn at the sending, and keeps its figure", () => {
    const [up] = draw(early(4999.8)).arrows;
    expect(up?.order).toBe("within-error");
    expect(up?.to?.atMs).toBeCloseTo(-0.2, 6);
    expect(up?.to?.drawMs).toBeCloseTo(0, 3);
  });

  test("beyond the error it says that the clocks disagree", () => {
    expect(draw(early(4990)).arrows[0]?.order).toBe("contradicted");
  });

  test("no arrow points upwards and no lane runs backwards", () => {
    const { arrows } = draw(early(4999.8));
    const [up, down] = arrows;
    for (const { from, to } of arrows) expect(to?.drawMs).toBeGreaterThanOrEqual(from.drawMs);
    expect(down?.from.drawMs).toBeGreaterThanOrEqual(up?.to?.drawMs ?? Infinity);
  });
});

test("a connection that both sides tell of is one mark", () => {
  const { marks } = draw([
    ...sent(5000),
    [5010, "Ann", { what: "disconnected", reason: "transport close" }],
    [5011, "Ann", { what: "disconnected", reason: "transport close" }],
    [5020, "Ann", { what: "connected", transport: "websocket" }],
    [5021, "Ann", { what: "connected", transport: "polling" }],
    [5030, "Ann", { what: "upgraded", transport: "websocket" }],
  ]);
  expect(marks.map(({ text }) => text)).toEqual(["disconnected", "connected", "now on websocket"]);
});

test("an emit stands for its hand-over where hand-overs are not watched", () => {
  const { arrows } = draw([[5000, "Ann", { what: "emitted", event: "news" }], received(5001)]);
  expect(ways(arrows)).toEqual(["Ann news server in"]);
});

test("a packet of either side is an arrow to the other one", () => {
  const { arrows } = draw([
    [5000, "server", { what: "packet-out", to: "Ann", packet: "ping" }],
    [5001, "Ann", { what: "packet-in", from: "server", packet: "ping" }],
    [5001, "Ann", { what: "packet-out", to: "server", packet: "pong" }],
    [5002, "server", { what: "packet-in", from: "Ann", packet: "pong" }],
  ]);
  expect(ways(arrows)).toEqual(["server ping Ann in", "Ann pong server in"]);
});

describe("a connection that only one side has missed so far", () => {
  const atServer = (atMs: number, what: "connected" | "disconnected"): Observation => ({
    ...(what === "connected" ? { what, transport: "websocket" } : { what, reason: "ping timeout" }),
    seq: atMs,
    atMs,
    clock: "server",
    where: "Bob",
  });
  const run = [
    ...runOf([
      [5001, "Bob", { what: "disconnected", reason: "forced close" }],
      [5003, "Bob", { what: "connected", transport: "websocket" }],
    ]),
    atServer(5002.5, "connected"),
  ];

  test("ends for the server after its client is back: that client stays connected", () => {
    const { outages, marks } = spaceTime(
      [...run, atServer(5009, "disconnected")],
      fixtureClocks,
      lanes,
    );
    expect(outages.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([[0, 2]]);
    expect(marks.map(({ text }) => text)).toEqual([
      "disconnected",
      "connected",
      "server drops the old socket",
    ]);
  });

  test("and whose client breaks again is an outage", () => {
    const again = runOf([[5012, "Bob", { what: "disconnected", reason: "transport close" }]]);
    const seen = [
      ...run,
      atServer(5009, "disconnected"),
      ...again,
      atServer(5012.4, "disconnected"),
    ];
    expect(spaceTime(seen, fixtureClocks, lanes).outages.length).toBe(2);
  });
});
