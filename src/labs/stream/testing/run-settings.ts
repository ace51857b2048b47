import type { Run } from "#lab-kit/recording.ts";
import { idsOf, type Pageless, runEach, runLab, withoutPage } from "#lab-kit/testing/run-lab.ts";
import type { Settings } from "../model.ts";
import { presets } from "../presets.ts";
import { StreamLab } from "../stream-lab.ts";

const stream = (given: Pageless, settings: Settings): StreamLab =>
  new StreamLab({ ...given, start: { preset: "two-writes", settings } });

/** The lab as a page has it, at this host. The caller closes it. */
export const openStream = (
  url: string,
  settings: Settings,
  ended?: (run: Run) => void,
): StreamLab => stream(withoutPage(url, ended), settings);

/** Runs settings once, as a page does, at a real host. */
export const runSettings = (url: string, settings: Settings): Promise<Run> =>
  runLab(
    url,
    (given) => stream(given, settings),
    (lab) => lab.start(),
  );

/** Runs each preset once, one after the other: some move 8 MiB. */
export const runPresets = (url: string) =>
  runEach(idsOf(presets), (id) => runSettings(url, presets[id].settings), 1);
