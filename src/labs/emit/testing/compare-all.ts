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
export const compareAll = (calls: Calls, all: readonly Settings[]): Promise<Found> =>
  compare(calls, all, () => false);

/** Runs settings on one bench until one of them shows that the rule and the clients do not agree. */
export const compareUntilWrong = (calls: Calls, all: readonly Settings[]): Promise<Found> =>
  compare(calls, all, ({ rule }) => rule.length > 0);

async function compare(
  calls: Calls,
  all: readonly Settings[],
  isEnough: (found: Found) => boolean,
): Promise<Found> {
  const rig = await Rig.open(calls);
  const found: Found = { runs: 0, rule: [], explained: [], reasons: [] };
  try {
    for (const settings of all) {
      const { rule, explained, reasons } = differences(settings, await rig.run(settings));
      found.runs += 1;
      note(found.rule, rule, settings);
      note(found.explained, explained, settings);
      note(found.reasons, reasons, settings);
      if (isEnough(found)) break;
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
