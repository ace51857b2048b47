import type { Observation } from "#lab-kit/observation.ts";
import type { ActingStep } from "./act.ts";
import { isMet } from "./condition.ts";
import type { ClientName } from "./model.ts";
import type { Step } from "./script.ts";
import type { Waiting } from "./waiting.ts";

/** Who does the steps, and what is seen meanwhile. */
export interface Stage {
  /** Does one step. @returns false when it could not be done */
  act(step: ActingStep): Promise<boolean>;
  observations(): readonly Observation[];
  /** The step of this index begins. */
  began(index: number): void;
  /** The run was left for another one, or for good. */
  isLeft(): boolean;
}

/** A step waits for this long; the longest that any has to is the heartbeat, twice. */
const waitWithinMs = 6000;

/** Runs a script step by step. @returns whether it came to its end */
export async function runScript(
  steps: readonly Step[],
  stage: Stage,
  waiting: Waiting,
): Promise<boolean> {
  let since = 0;
  for (const [index, step] of steps.entries()) {
    stage.began(index);
    if (step.do !== "until") since = stage.observations().length;
    const isDone =
      step.do === "until" ? await sees(step, since, stage, waiting) : await stage.act(step);
    if (!isDone || stage.isLeft()) return false;
  }
  return true;
}

const sees = (
  { sees: condition, who }: { sees: Parameters<typeof isMet>[0]; who: ClientName },
  since: number,
  stage: Stage,
  waiting: Waiting,
): Promise<boolean> =>
  waiting.until(
    () => stage.isLeft() || isMet(condition, who, { observations: stage.observations(), since }),
    waitWithinMs,
  );
