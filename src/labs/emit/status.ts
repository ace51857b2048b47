import type { ShownRun } from "#lab-kit/run-recorder.ts";
import type { Settings } from "./model.ts";
import { type OutcomeRow, outcomeRows, type Said } from "./outcome.ts";

/** How a run ended, in one sentence or two, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: Said): string {
  if (!run) return "";
  if (run.stage === "running") return "Running …";
  const rows = outcomeRows(run, said);
  const end = run.stage === "stuck" ? " The run has not ended: something did not come." : "";
  return `${receiversSentence(run, rows)}${predictionSentence(rows)}${end}`;
}

function receiversSentence(
  { settings: { from, event, namespaces: use } }: ShownRun<Settings>,
  rows: OutcomeRow[],
): string {
  const names = rows.filter(({ happened }) => happened).map(({ who }) => who);
  const emitter = from === "server" ? "The server" : from;
  const where = use ? ` in ${use.chosen}` : "";
  return `${emitter} emitted ${event}${where}: ${names.length === 0 ? "nobody" : listed(names)} received it.`;
}

function predictionSentence(rows: OutcomeRow[]): string {
  const said = rows.filter((row) => row.said !== undefined && row.happened !== undefined);
  if (said.length === 0) return "";
  const right = said.filter((row) => row.said === row.happened).length;
  return ` Your prediction was right for ${right} of ${said.length}.`;
}

const listed = (names: readonly string[]): string =>
  new Intl.ListFormat("en", { type: "conjunction" }).format(names);
