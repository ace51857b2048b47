import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { answers } from "./answers.ts";
import type { Said, Settings } from "./model.ts";

/** One question: what was said, and what happened. */
export interface OutcomeRow {
  ask: keyof Said;
  said?: string;
  /** Absent as long as it is not known. */
  happened?: string;
}

const asks = ["firstRequest", "endsOn", "whoPings"] as const;

/** A row for each question that a run answers. */
export function outcomeRows(
  { observations }: Pick<ShownRun<Settings>, "observations">,
  said: Said,
): OutcomeRow[] {
  return asks.flatMap((ask) => {
    const [happened] = answers[ask]({ observations });
    const word = said[ask];
    if (happened === undefined && (word === undefined || ask === "whoPings")) return [];
    return { ask, ...(word && { said: word }), ...(happened && { happened }) };
  });
}
