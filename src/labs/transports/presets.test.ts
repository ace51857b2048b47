import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Recording, Run } from "#lab-kit/recording.ts";
import { TestHost } from "#server/testing/test-host.ts";
import { until } from "#server/testing/until.ts";
import { answers, lanesIn } from "./answers.ts";
import { laneNames, newsCount, type Transport, transports } from "./model.ts";
import { isPresetId, type PresetId, presets } from "./presets.ts";
import { isOver, laneFacts } from "./run-facts.ts";
import { runPresets } from "./testing/run-settings.ts";

let host: TestHost;
let runs: ReadonlyMap<PresetId, Run>;
beforeAll(async () => {
  host = await TestHost.start();
  runs = await runPresets(host);
});
afterAll(() => host[Symbol.asyncDispose]());

const runOf = (preset: PresetId): Run => runs.get(preset) ?? expect.fail(`${preset} was not run`);
/** What a run shows, without its times and without how many polls there was time for. */
const outcomeOf = (run: Run) => ({
  fewestRequests: answers.fewestRequests(run),
  latest: answers.latest(run),
  stillWorks: answers.stillWorks(run),
  lanes: lanesIn(run),
  items: transports.map((lane) => laneFacts(run, laneNames[lane]).delays.length),
});

const factsOf = (preset: PresetId, lane: Transport) => laneFacts(runOf(preset), laneNames[lane]);

describe("the same news over four ways", () => {
  it.each(transports)("comes whole and in order by %s", (lane) => {
    const numbers = factsOf("side-by-side", lane).delays.map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: newsCount }, (_, index) => index + 1));
  });

  it("costs one request by stream and WebSocket, one for each answer by long polling", () => {
    expect(factsOf("side-by-side", "events").requests).toBe(1);
    expect(factsOf("side-by-side", "websocket").requests).toBe(1);
    const waited = runOf("side-by-side").observations.filter(
      (seen) =>
        seen.what === "message-in" && seen.where === "server" && /GET wait/.test(seen.message),
    );
    expect(factsOf("side-by-side", "long-polling").requests).toBe(waited.length);
    // Two items may come in one answer; the last request is the one that still waits.
    expect(waited.length).toBeLessThanOrEqual(newsCount + 1);
    expect(waited.at(-1)).toMatchObject({ message: `GET wait?after=${newsCount}` });
    expect(factsOf("side-by-side", "polling").requests).toBeGreaterThan(newsCount + 1);
    expect(answers.fewestRequests(runOf("side-by-side"))).toEqual(["events", "websocket"]);
  });

  it("is found latest by polling, and each item happened before it was told", () => {
    expect(answers.latest(runOf("side-by-side"))).toEqual(["polling"]);
    for (const lane of transports) {
      for (const { ms, errorMs } of factsOf("side-by-side", lane).delays) {
        expect(ms).toBeGreaterThan(-errorMs - 1);
      }
    }
  });

  it("weighs least by WebSocket once the line is open", () => {
    const bytes = (lane: Transport) => {
      const { upBytes, downBytes } = factsOf("side-by-side", lane);
      return upBytes + downBytes;
    };
    expect(bytes("polling")).toBeGreaterThan(bytes("long-polling"));
    expect(bytes("long-polling")).toBeGreaterThan(bytes("events"));
  });
});

it.each(["polling", "long-polling", "events", "websocket"] as const)(
  "%s alone has no other lane",
  (preset) => {
    const others = transports.filter((lane) => lane !== preset);
    expect(factsOf(preset, preset).requests).toBeGreaterThan(0);
    expect(others.map((lane) => factsOf(preset, lane).requests)).toEqual([0, 0, 0]);
    expect(answers.latest(runOf(preset))).toEqual([]);
  },
);

describe("a client without a limit of connections", () => {
  it("gets through with both, though six streams are open", () => {
    expect(answers.stillWorks(runOf("six-connections"))).toEqual(["fetch", "websocket"]);
  });
});

describe.each(Object.keys(presets).filter(isPresetId))("the recording of %s", (preset) => {
  const recorded = JSON.parse(
    readFileSync(join(import.meta.dirname, "recordings", `${preset}.json`), "utf8"),
  ) as Recording;

  it("was made with its settings, of a whole run", () => {
    expect(recorded.settings).toEqual(presets[preset].settings);
    expect(isOver(recorded)).toBe(true);
  });

  // What six connections leave over is a browser's matter: its browser test repeats it.
  it.skipIf(preset === "six-connections")("ends as a run of today does", () => {
    expect(outcomeOf(recorded)).toEqual(outcomeOf(runOf(preset)));
  });
});

it("a run that is over leaves nothing open", async () => {
  await until(async () => {
    const { benches, connections } = await host.health();
    return benches === 0 && connections === 0;
  });
});
