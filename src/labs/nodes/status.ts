import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { countOf } from "./answers.ts";
import type { Said, Settings } from "./model.ts";
import { outcomeRows } from "./outcome.ts";
import { clientFacts } from "./run-facts.ts";

/** How a run ended, in one sentence or two, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: Said): string {
  if (!run) return "";
  if (run.stage === "running") return "Running …";
  return [endSentence(run), stuckSentence(run), predictionSentence(run, said)].join("");
}

function endSentence(run: ShownRun<Settings>): string {
  const connected = countOf(run, "connected");
  const refused = clientFacts(run)
    .flatMap(({ requests }) => requests)
    .filter((request) => request.refused !== undefined).length;
  const news = run.settings.isEmitting ? `, and ${countOf(run, "reached")} got the news` : "";
  const refusals = refused > 0 ? ` ${refused} requests were answered with 400.` : "";
  return `${connected} of 4 clients are connected${news}.${refusals}`;
}

const stuckSentence = ({ stage, isFromBefore }: ShownRun<Settings>): string => {
  if (stage !== "stuck") return "";
  return isFromBefore
    ? " The page lost its connection before the run had ended."
    : " The run has not ended: something did not come.";
};

function predictionSentence(run: ShownRun<Settings>, said: Said): string {
  const rows = outcomeRows(run, said).filter((row) => row.said);
  if (rows.length === 0) return "";
  const right = rows.filter(({ isRight }) => isRight).length;
  return ` Your prediction was right for ${right} of ${rows.length}.`;
}
