import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { isShownIn, matches, readExpectation } from "#content-rules/expectation.ts";
import { readContent } from "#content-rules/read-content.ts";
import type { Observation } from "#lab-kit/observation.ts";
import { runPresets as runDatagramsPresets } from "#labs/datagrams/testing/run-settings.ts";
import { presets } from "#labs/emit/presets.ts";
import { actingCalls, handlerCalls } from "#labs/emit/server-calls.ts";
import { Rig } from "#labs/emit/testing/rig.ts";
import { runPresets as runLayersPresets } from "#labs/layers/testing/run-settings.ts";
import { runPresets as runNodesPresets } from "#labs/nodes/testing/run-settings.ts";
import { runPresets as runRequestPresets } from "#labs/request/testing/run-preset.ts";
import { runPresets as runSocketLifePresets } from "#labs/socket-life/testing/run-preset.ts";
import { runPresets as runStreamPresets } from "#labs/stream/testing/run-settings.ts";
import { runPresets as runTransportsPresets } from "#labs/transports/testing/run-settings.ts";
import { runPresets as runUnplugPresets } from "#labs/unplug/testing/run-preset.ts";
import { runPresets as runUpgradePresets } from "#labs/upgrade/testing/run-settings.ts";
import { runPresets as runWirePresets } from "#labs/wire/testing/run-wire.ts";
import { TestHost } from "#server/testing/test-host.ts";

/** Observations of a run of each preset of a lab. */
type Runs = ReadonlyMap<string, readonly Observation[]>;

const emitRig = await Rig.open({ handler: handlerCalls, acting: actingCalls });
afterAll(() => emitRig.close());

const runEmit = async (): Promise<Runs> => {
  const runs = new Map<string, readonly Observation[]>();
  for (const [id, { settings }] of Object.entries(presets))
    runs.set(id, (await emitRig.run(settings)).observations);
  return runs;
};

type Ran = readonly Observation[] | { observations: readonly Observation[] };

/** Runs presets at a host of their own. */
const atHost =
  (run: (host: TestHost) => Promise<ReadonlyMap<string, Ran>>) => async (): Promise<Runs> => {
    await using host = await TestHost.start();
    const runs = await run(host);
    return new Map(
      [...runs].map(([id, ran]) => [id, "observations" in ran ? ran.observations : ran]),
    );
  };

/** How each lab runs its presets through real clients. */
const runnersOfLabs: Readonly<Record<string, () => Promise<Runs>>> = {
  datagrams: atHost((host) => runDatagramsPresets(host)),
  emit: runEmit,
  layers: async () => runLayersPresets(),
  nodes: atHost((host) => runNodesPresets(host)),
  request: atHost(({ url }) => runRequestPresets(url)),
  "socket-life": atHost(({ url }) => runSocketLifePresets(url)),
  stream: atHost(({ url }) => runStreamPresets(url)),
  transports: atHost((host) => runTransportsPresets(host)),
  unplug: atHost(({ url }) => runUnplugPresets(url)),
  upgrade: atHost((host) => runUpgradePresets(host)),
  wire: atHost(({ url }) => runWirePresets(url)),
};

const root = fileURLToPath(new URL("..", import.meta.url));
const shown = readContent(root, []).misconceptions.flatMap((misconception) =>
  misconception.shown?.by === "preset"
    ? [
        {
          id: misconception.id,
          lab: misconception.shown.use.lab.text,
          preset: misconception.shown.use.preset.text,
          expectation: readExpectation(misconception.shown.expect),
        },
      ]
    : [],
);

/** Labs mostly wait while they run; with more at once, their clients run out of time. */
const LABS_AT_ONCE = 3;

/** The runs of each lab that a misconception names. */
const runsOfLabs = new Map<string, Runs | undefined>();
const waiting = [...new Set(shown.map(({ lab }) => lab))];
const runWaiting = async (): Promise<void> => {
  for (let lab = waiting.pop(); lab !== undefined; lab = waiting.pop())
    runsOfLabs.set(lab, await runnersOfLabs[lab]?.());
};
await Promise.all(Array.from({ length: LABS_AT_ONCE }, runWaiting));

const runOf = (lab: string, preset: string): readonly Observation[] => {
  const run = runsOfLabs.get(lab)?.get(preset);
  if (run) return run;
  throw new Error(`preset ${preset} of lab ${lab} = not run, add the lab to runnersOfLabs`);
};

describe("what a misconception says that it is shown by", () => {
  test.each(shown)("is seen in a real run: $id, $lab $preset", ({ lab, preset, expectation }) => {
    const run = runOf(lab, preset);
    expect(run.length).toBeGreaterThan(0);
    expect(isShownIn(expectation, run), JSON.stringify(run, null, 1)).toBe(true);
  });

  const absences = shown.filter(({ expectation }) => expectation.isAbsence);
  test.each(absences)("could have been otherwise: $id, as another preset shows", (one) => {
    const runs = [...(runsOfLabs.get(one.lab)?.values() ?? [])];
    const isSeenSomewhere = runs.some((run) =>
      run.some((seen) => matches(one.expectation.pattern, seen)),
    );
    expect(isSeenSomewhere).toBe(true);
  });
});
