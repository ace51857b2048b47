import type { Run } from "#lab-kit/recording.ts";
import { lonelyLeases } from "#lab-kit/testing/session-rig.ts";
import type { Settings } from "../model.ts";
import { NodesLab } from "../nodes-lab.ts";
import { type PresetId, presets } from "../presets.ts";

/** Runs settings once, with real clients at a real host, as a page does. */
export async function runSettings(host: { url: string }, settings: Settings): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const lab = new NodesLab({
    build: "dev",
    failures: {},
    start: { preset: "no-adapter", settings },
    ended: resolve,
    recordingOf: async () => undefined,
    url: host.url,
    leases: lonelyLeases(),
  });
  try {
    await lab.start();
    if (lab.problem.value) throw new Error(`run: ${lab.problem.value.says}`);
    return await promise;
  } finally {
    lab.close();
  }
}

/** Runs each preset once, all at the same time, each on a bench of its own. */
export async function runPresets(
  host: { url: string },
  ids = Object.keys(presets) as PresetId[],
): Promise<ReadonlyMap<PresetId, Run>> {
  const runs = ids.map(async (id) => [id, await runSettings(host, presets[id].settings)] as const);
  return new Map(await Promise.all(runs));
}
