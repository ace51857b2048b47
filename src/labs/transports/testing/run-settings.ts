import type { Run } from "#lab-kit/recording.ts";
import { lonelyLeases } from "#lab-kit/testing/session-rig.ts";
import type { TestHost } from "#server/testing/test-host.ts";
import type { Settings } from "../model.ts";
import { type PresetId, presets } from "../presets.ts";
import { TransportsLab } from "../transports-lab.ts";
import { fetchStream } from "./fetch-stream.ts";

/** Runs settings once, with real clients at a real host, as a page does. */
export async function runSettings(host: TestHost, settings: Settings): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const lab = new TransportsLab({
    build: "dev",
    failures: {},
    start: { preset: "side-by-side", settings },
    ended: resolve,
    recordingOf: async () => undefined,
    url: host.url,
    leases: lonelyLeases(),
    openStream: fetchStream,
  });
  try {
    await lab.start();
    if (lab.bench.problem.value) throw new Error(`run: ${lab.bench.problem.value.says}`);
    return await promise;
  } finally {
    lab.close();
  }
}

/** Runs each preset once, all at the same time. Node has no limit of six connections. */
export async function runPresets(host: TestHost): Promise<ReadonlyMap<PresetId, Run>> {
  const ids = Object.keys(presets) as PresetId[];
  const runs = ids.map(async (id) => [id, await runSettings(host, presets[id].settings)] as const);
  return new Map(await Promise.all(runs));
}
