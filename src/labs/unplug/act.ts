import type { BenchSession } from "#lab-kit/bench-session.ts";
import type { FailureText } from "#lab-kit/failures.ts";
import type { unplugContract } from "./contract.ts";
import type { Crew } from "./crew.ts";
import type { Step } from "./script.ts";

/** A step that does something, rather than waits for it. */
export type ActingStep = Exclude<Step, { do: "until" }>;

type Ask = BenchSession<typeof unplugContract>["command"];

/** Who does what a step says. */
export interface Actors {
  crew: Crew;
  /** Asks the server; tells the reader of a failure. @returns whether it was done */
  ask(...command: Parameters<Ask>): Promise<boolean>;
  /** Tells the reader why a step could not be done. */
  tell(problem: FailureText): void;
}

/** Does one step. @returns whether it was done */
export async function act(step: ActingStep, { crew, ask, tell }: Actors): Promise<boolean> {
  switch (step.do) {
    case "news":
      return ask("news", { times: step.times });
    case "orders": {
      const orders = Array.from({ length: step.times }, () => crew.order(step.who));
      const isDone = orders.every(Boolean);
      if (!isDone) tell(noNumbers);
      return isDone;
    }
    case "restart":
      return ask("restart", {});
    case "settle":
      await crew.settle();
      return ask("report", {});
    case "listeners":
      crew.setListeners(step.who, step.times);
      return true;
    case "disconnect":
      crew.disconnect(step.who);
      return true;
    case "connect":
      crew.connect(step.who);
      return true;
    case "give-up":
      crew.giveUp(step.who);
      return true;
    default:
      return ask("fault", { fault: step.do, who: step.who });
  }
}

const noNumbers: FailureText = {
  says: "This run has had all its orders.",
  next: "End it, and begin another one.",
};
