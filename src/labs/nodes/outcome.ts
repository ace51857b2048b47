import { answers, countOf } from "./answers.ts";
import type { Said, Settings, Share } from "./model.ts";
import type { SeenRun } from "./run-facts.ts";

export type Ask = keyof Said;

/** One question: what was said, and what happened. */
export interface OutcomeRow {
  ask: Ask;
  /** Absent when nothing was predicted. */
  said?: Share;
  /** So many of the clients. */
  count: number;
  /** Absent unless something was predicted. */
  isRight?: boolean;
}

/** All that a run may be asked. */
export const asks: readonly Ask[] = ["connected", "reached"];

/** What a run is asked: who gets the news only where there is some. */
export const asksOf = ({ isEmitting }: Pick<Settings, "isEmitting">): Ask[] =>
  asks.filter((ask) => isEmitting || ask !== "reached");

/** A row for each question that a run is asked. */
export const outcomeRows = (run: SeenRun & { settings: Settings }, said: Said): OutcomeRow[] =>
  asksOf(run.settings).map((ask) => {
    const mine = said[ask];
    const happened = answers[ask](run);
    return {
      ask,
      count: countOf(run, ask),
      ...(mine && { said: mine, isRight: happened.includes(mine) }),
    };
  });
