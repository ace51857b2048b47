import type { ShownRun } from "#lab-kit/run-recorder.ts";
import type { Settings } from "./model.ts";
import { type OutcomeRow, outcomeRows, type Said } from "./outcome.ts";

/** How a run ended, in a few sentences, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: Said): string {
  if (!run) return "";
  if (run.stage === "running") return "Running …";
  const rows = outcomeRows(run.observations).filter(({ who }) => who === "Bob");
  const end = run.stage === "stuck" ? " The run has not ended: something did not come." : "";
  return `${rows.map(rowSentence).join(" ") || "Nothing was emitted."}${predictionSentence(rows, said)}${end}`;
}

function rowSentence({ flow, emitted, received, doubled }: OutcomeRow): string {
  const twice = doubled > 0 ? `, ${doubled} of them more than once` : "";
  return flow === "news"
    ? `Bob received ${received} of ${emitted} news${twice}.`
    : `The server carried out ${received} of Bob’s ${emitted} ${emitted === 1 ? "order" : "orders"}${twice}.`;
}

function predictionSentence(rows: readonly OutcomeRow[], said: Said): string {
  const checks = predictionChecks(rows, said);
  if (checks.length === 0) return "";
  const right = checks.filter(Boolean).length;
  return ` Your prediction was right for ${right} of ${checks.length}.`;
}

/** Whether each thing that was said of Bob came true. */
export function predictionChecks(rows: readonly OutcomeRow[], said: Said): boolean[] {
  const of = (flow: OutcomeRow["flow"]) =>
    rows.find((row) => row.who === "Bob" && row.flow === flow);
  const doubled = rows
    .filter(({ who }) => who === "Bob")
    .reduce((sum, row) => sum + row.doubled, 0);
  const pairs: [number | undefined, number | undefined][] = [
    [said.missedNews, of("news")?.missed],
    [said.missedOrders, of("orders")?.missed],
    [said.doubled, doubled],
  ];
  return pairs
    .filter(([asked, is]) => asked !== undefined && is !== undefined)
    .map(([asked, is]) => asked === is);
}
