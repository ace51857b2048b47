import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { until } from "#server/testing/until.ts";
import { answers, byteAnswers } from "./answers.ts";
import { isUpgraded } from "./exchange.ts";
import { type PresetId, presets } from "./presets.ts";
import { runFacts } from "./run-facts.ts";
import { runPresets } from "./testing/run-settings.ts";

let host: TestHost;
let runs: ReadonlyMap<PresetId, Run>;
beforeAll(async () => {
  host = await TestHost.start();
  runs = await runPresets(host);
});
afterAll(() => host[Symbol.asyncDispose]());

const runOf = (id: PresetId): Run => {
  const run = runs.get(id);
  if (!run) throw new Error(`preset = ${id}, must have been run`);
  return run;
};

/** What each preset is there to show. Source: the facts about connecting, seen by relays before. */
const outcomes = {
  default: ["polling", "websocket"],
  "websocket-only": ["websocket", "websocket"],
  "polling-only": ["polling", "polling"],
  "websocket-first": ["websocket", "websocket"],
  "try-all": ["websocket", "websocket"],
  "default-refused": ["polling", "polling"],
  "default-swallowed": ["polling", "polling"],
  "websocket-only-refused": ["websocket", "never"],
  "websocket-first-refused": ["websocket", "never"],
  "try-all-refused": ["websocket", "polling"],
  "try-all-swallowed": ["websocket", "never"],
  "emit-on-polling": ["polling", "polling"],
  heartbeat: ["polling", "websocket"],
} as const satisfies Record<PresetId, readonly [first: string, end: string]>;

describe.each(Object.keys(presets) as PresetId[])("the preset %s", (id) => {
  const [first, end] = outcomes[id];

  test(`begins with ${first} and ends on ${end}`, () => {
    expect(answers.firstRequest(runOf(id))).toEqual([first]);
    expect(answers.endsOn(runOf(id))).toEqual([end]);
  });

  test("holds no whole session id, neither in addresses nor in answers", () => {
    const bytes = runOf(id).observations.flatMap((seen) =>
      seen.what === "tapped" ? [atob(seen.bytes)] : [],
    );
    expect(bytes.length).toBeGreaterThan(0);
    for (const text of bytes) expect(text).not.toMatch(/sid(=|":")[\w-]{5}/);
  });
});

const packetsOf = (id: PresetId) =>
  runFacts(runOf(id).observations)
    .exchanges.flatMap(({ packets, transport }) =>
      packets.map(({ way, text, atMs }) => ({ text: `${transport} ${way} ${text}`, atMs })),
    )
    .toSorted((a, b) => a.atMs - b.atMs)
    .map(({ text }) => text.replace(/\{.*\}/, "{}"));

const statusesOf = (id: PresetId) =>
  runFacts(runOf(id).observations).exchanges.map(
    ({ method, transport, answer }) => `${method} ${transport} ${answer?.status ?? "-"}`,
  );

/** The order of these among the others. */
const inOrder = (all: readonly string[], wanted: readonly string[]) =>
  all.filter((text) => wanted.includes(text));

describe("the way up of a client without options", () => {
  test("is polling first, then a probe on a WebSocket beside it, then the change", () => {
    const way = [
      "polling down 0{}",
      "polling up 40",
      "websocket up 2probe",
      "websocket down 3probe",
      "websocket up 5",
    ];
    expect(inOrder(packetsOf("default"), way)).toEqual(way);
    expect(packetsOf("default")).toContain("polling down 40{}");
    expect(statusesOf("default")).toContain("GET websocket 101");
  });

  test("ends a poll that waits before the change, which is its last word", () => {
    const { exchanges } = runFacts(runOf("default").observations);
    const changedMs = exchanges.find(isUpgraded)?.packets.at(-1)?.atMs ?? 0;
    expect(packetsOf("default").at(-1)).toBe("websocket up 5");
    for (const { transport, answer } of exchanges)
      if (transport === "polling") expect(answer?.atMs).toBeLessThan(changedMs);
  });
});

test("a client that may use WebSocket only makes one request, and no session goes with it", () => {
  expect(statusesOf("websocket-only")).toEqual(["GET websocket 101"]);
  expect(packetsOf("websocket-only")).toEqual([
    "websocket down 0{}",
    "websocket up 40",
    "websocket down 40{}",
  ]);
});

test("listing polling second is no fallback: both attempts ask for a WebSocket", () => {
  const refused = ["GET websocket 403", "GET websocket 403"];
  expect(statusesOf("websocket-first-refused")).toEqual(refused);
  expect(statusesOf("websocket-only-refused")).toEqual(refused);
});

test("tryAllTransports falls back when WebSocket is refused, not when it is swallowed", () => {
  expect(statusesOf("try-all-refused")[0]).toBe("GET websocket 403");
  expect(statusesOf("try-all-refused")[1]).toBe("GET polling 200");
  expect(statusesOf("try-all-swallowed")).toEqual(["GET websocket -", "GET websocket -"]);
  const errors = runOf("try-all-swallowed").observations.flatMap((seen) =>
    seen.what === "connect-failed" ? [seen.error] : [],
  );
  expect(errors).toEqual(["timeout", "timeout"]);
});

test("a client without options works on where WebSocket is swallowed, which never is answered", () => {
  expect(statusesOf("default-swallowed")).toContain("GET websocket -");
  const way = ["polling up 3", 'polling up 420["hello"]', 'polling down 430["hello, Ann"]'];
  expect(inOrder(packetsOf("default-swallowed"), way)).toEqual(way);
});

test("on polling an emit is a POST, and its answer answers a poll", () => {
  const exchanges = runFacts(runOf("emit-on-polling").observations).exchanges;
  const withPacket = (packet: RegExp) =>
    exchanges.find(({ packets }) => packets.some(({ text }) => packet.test(text)));
  expect(withPacket(/^420/)).toMatchObject({ method: "POST", transport: "polling" });
  expect(withPacket(/^430/)).toMatchObject({ method: "GET", transport: "polling" });
});

test("the server pings, and the client answers", () => {
  expect(answers.whoPings(runOf("heartbeat"))).toEqual(["server"]);
  // On a slow machine the first one may come while the client still polls.
  const beats = packetsOf("heartbeat").flatMap((text) => /(down 2|up 3)$/.exec(text)?.[1] ?? []);
  expect(beats).toEqual(["down 2", "up 3", "down 2", "up 3"]);
});

test("the bytes of the session's id are those behind its name", () => {
  const shown = byteAnswers.sid(runOf("default"));
  const text = Buffer.from(shown?.hex ?? "", "hex").toString();
  expect(text).toMatch(/^0\{"sid":"[\w-]{4}\*{16}"/);
  const [from = 0] = shown?.key ?? [];
  expect(text.slice(from, from + (shown?.key.length ?? 0))).toMatch(/^[\w-]{4}\*{16}$/);
});

test("nothing is held, and nobody is connected, once a run is over", async () => {
  await until(async () => {
    const { connections, benches } = await host.health();
    return connections === 0 && benches === 0;
  });
});
