import type { Settings } from "../model.ts";
import type { Calls } from "../server.ts";
import { type Differences, differences } from "./differences.ts";
import { Rig } from "./rig.ts";

/** All differences found, each with the settings that show it; at most ten of a kind. */
export interface Found extends Differences {
  runs: number;
}

const shown = 10;

/** Runs all settings on one bench and collects what does not agree. */
export async function compareAll(calls: Calls, all: readonly Settings[]): Promise<Found> {
  const rig = await Rig.open(calls);
  const found: Found = { runs: 0, rule: [], explained: [], reasons: [] };
  try {
    for (const settings of all) {
      const { rule, explained, reasons } = differences(settings, await rig.run(settings));
      found.runs += 1;
      note(found.rule, rule, settings);
      note(found.explained, explained, settings);
      note(found.reasons, reasons, settings);
    }
  } finally {
    await rig.close();
  }
  return found;
}

function note(list: string[], wrong: string[], settings: Settings): void {
  if (wrong.length === 0 || list.length >= shown) return;
  list.push(`${wrong.join(", ")}: ${JSON.stringify(settings)}`);
}
