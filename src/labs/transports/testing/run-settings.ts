import type { Run } from "#lab-kit/recording.ts";
import { idsOf, runEach, runLab } from "#lab-kit/testing/run-lab.ts";
import type { Settings } from "../model.ts";
import { presets } from "../presets.ts";
import { TransportsLab } from "../transports-lab.ts";
import { fetchStream } from "./fetch-stream.ts";

/** Runs settings once, with real clients at a real host, as a page does. */
export const runSettings = ({ url }: { url: string }, settings: Settings): Promise<Run> =>
  runLab(
    url,
    (given) =>
      new TransportsLab({
        ...given,
        start: { preset: "side-by-side", settings },
        openStream: fetchStream,
      }),
    (lab) => lab.start(),
  );

/** Runs each preset once, all at the same time. Node has no limit of six connections. */
export const runPresets = (host: { url: string }) =>
  runEach(idsOf(presets), (id) => runSettings(host, presets[id].settings));
