import type { Run } from "#lab-kit/recording.ts";
import { lonelyLeases } from "#lab-kit/testing/session-rig.ts";
import type { TestHost } from "#server/testing/test-host.ts";
import { DatagramsLab } from "../datagrams-lab.ts";
import type { Settings } from "../model.ts";
import { type PresetId, presets } from "../presets.ts";

/** Runs settings once, with real sockets at a real host, as a page does. */
export async function runSettings(host: TestHost, settings: Settings): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const lab = new DatagramsLab({
    build: "dev",
    failures: {},
    start: { preset: "burst", settings },
    ended: resolve,
    recordingOf: async () => undefined,
    url: host.url,
    leases: lonelyLeases(),
  });
  try {
    await lab.start();
    if (lab.bench.problem.value) throw new Error(`run: ${lab.bench.problem.value.says}`);
    return await promise;
  } finally {
    lab.close();
  }
}

/** Runs each preset once, one after the other: a burst of one would delay another's pauses. */
export async function runPresets(host: TestHost): Promise<ReadonlyMap<PresetId, Run>> {
  const runs = new Map<PresetId, Run>();
  for (const id of Object.keys(presets) as PresetId[])
    runs.set(id, await runSettings(host, presets[id].settings));
  return runs;
}
