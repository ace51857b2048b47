import type { ShownRun } from "#lab-kit/run-recorder.ts";
import type { Settings } from "./model.ts";
import { type OutcomeRow, outcomeRows, type Said } from "./outcome.ts";
import { guessesOf } from "./prediction.ts";

/** How a run ended, in a few sentences, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: Said): string {
  if (!run) return "";
  if (run.stage === "running") return "Running …";
  const rows = outcomeRows(run.observations).filter(({ who }) => who === "Bob");
  const end = run.stage === "stuck" ? " The run has not ended: something did not come." : "";
  return `${rows.map(rowSentence).join(" ") || "Nothing was emitted."}${predictionSentence(rows, said)}${end}`;
}

function rowSentence(row: OutcomeRow): string {
  const { flow, emitted, received, doubled, mostTimes } = row;
  const twice = doubled > 0 ? `, ${doubled} of them more than once` : "";
  if (flow === "news") return `Bob received ${received} of ${emitted} news${twice}.`;
  if (emitted === 1) return `Bob’s order was ${carriedOut(mostTimes)}.`;
  return `The server carried out ${received} of Bob’s ${emitted} orders${twice}.`;
}

const carriedOut = (times: number): string =>
  ["never carried out", "carried out once"][times] ?? `carried out ${times} times`;

function predictionSentence(rows: readonly OutcomeRow[], said: Said): string {
  const guesses = guessesOf(rows, said);
  if (guesses.length === 0) return "";
  const right = guesses.filter((guess) => guess.said === guess.happened).length;
  return ` Your prediction was right for ${right} of ${guesses.length}.`;
}
