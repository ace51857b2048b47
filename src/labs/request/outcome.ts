import { answers } from "./answers.ts";
import { type Asked, askOf, optionText, type Said } from "./asks.ts";
import type { Settings } from "./model.ts";
import type { SeenRun } from "./run-facts.ts";

/** What was said, and what happened. */
export interface Outcome {
  ask: Asked;
  /** Absent when nothing was predicted. */
  said?: string;
  /** Absent as long as it is not known. */
  happened?: string;
  /** Absent unless both are known. */
  isRight?: boolean;
}

/** Holds what the reader said against the run. */
export function outcomeOf(run: SeenRun & { settings: Settings }, said: Said): Outcome {
  const ask = askOf(run.settings);
  const mine = said[ask];
  const happened = answers[ask](run);
  return {
    ask,
    ...(mine && { said: optionText(ask, mine) }),
    ...(happened.length > 0 && { happened: optionText(ask, happened) }),
    ...(mine && happened.length > 0 && { isRight: isSame(mine, happened) }),
  };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));
