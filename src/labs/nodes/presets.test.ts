import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { until } from "#server/testing/until.ts";
import { answers } from "./answers.ts";
import { explain } from "./explain.ts";
import { type PresetId, presets } from "./presets.ts";
import { clientFacts, nodeWrites } from "./run-facts.ts";
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

/** Source: the facts about several servers, seen with two processes behind a balancer before. */
const outcomes = {
  "no-adapter": ["all", "half"],
  "with-adapter": ["all", "all"],
  "not-sticky": ["none", undefined],
  sticky: ["all", undefined],
  "websocket-only": ["all", undefined],
} as const satisfies Record<PresetId, readonly [connected: string, reached: string | undefined]>;

test.each(Object.keys(presets) as PresetId[])("the preset %s ends as it must", (id) => {
  const [connected, reached] = outcomes[id];
  expect(answers.connected(runOf(id))).toEqual([connected]);
  expect(answers.reached(runOf(id))).toEqual(reached ? [reached] : []);
});

describe("without sticky sessions", () => {
  test("each client's requests go to both nodes, and its sessions end with the true answer", () => {
    for (const { requests, failures } of clientFacts(runOf("not-sticky"))) {
      expect(new Set(requests.map(({ node }) => node))).toEqual(new Set([1, 2]));
      expect(failures).toEqual(
        Array(2).fill({ status: 400, body: '{"code":1,"message":"Session ID unknown"}' }),
      );
      expect(requests.some(({ refused }) => refused === "Session ID unknown")).toBe(true);
    }
  });

  test("one request that becomes a WebSocket is enough", () => {
    const routes = clientFacts(runOf("websocket-only")).map(({ requests }) => requests);
    expect(routes).toEqual([
      [{ request: "upgrade", node: 1 }],
      [{ request: "upgrade", node: 2 }],
      [{ request: "upgrade", node: 1 }],
      [{ request: "upgrade", node: 2 }],
    ]);
  });
});

test("with sticky sessions all requests of a client go to one node, two clients to each", () => {
  const facts = clientFacts(runOf("sticky"));
  expect(facts.map(({ node }) => node)).toEqual([1, 2, 1, 2]);
  for (const { node, requests } of facts) {
    expect(requests.length).toBeGreaterThan(1);
    expect(requests.every((one) => one.node === node && !one.refused)).toBe(true);
  }
});

test("an emit of node 1 is written by node 1 alone, unless there is an adapter", () => {
  const own = { node: 1, recipients: ["Ann", "Cem"] };
  expect(nodeWrites(runOf("no-adapter"))).toEqual([own]);
  expect(nodeWrites(runOf("with-adapter"))).toEqual([{ node: 2, recipients: ["Bob", "Dee"] }, own]);
});

test("each client is told why, from what was seen", () => {
  const why = (id: PresetId) => explain(runOf(id)).map((one) => one.why);
  expect(why("not-sticky")[3]).toBe(
    'Each of its 2 sessions ended with 400 {"code":1,"message":"Session ID unknown"}: its requests went to nodes 1 and 2, and only the node that opened a session knows it.',
  );
  expect(why("no-adapter")[1]).toMatch(/^It is a client of node 2, and node 2 wrote nothing/);
  expect(why("with-adapter")[1]).toMatch(/^Node 1 handed the broadcast on to node 2/);
  expect(why("with-adapter")[2]).toMatch(/^Node 1 wrote it to its own clients/);
  expect(why("sticky")[0]).toMatch(/^All its \d requests went to node 1\.$/);
  expect(why("websocket-only")[1]).toMatch(/^It made one request, which node 2 took/);
});

test("nothing is held, and nobody is connected, once a run is over", async () => {
  await until(async () => {
    const { connections, benches } = await host.health();
    return connections === 0 && benches === 0;
  });
});
