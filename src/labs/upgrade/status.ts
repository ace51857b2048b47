import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { isUpgraded } from "./exchange.ts";
import type { Said, Settings } from "./model.ts";
import { outcomeRows } from "./outcome.ts";
import { type RunFacts, runFacts } from "./run-facts.ts";

/** How a run ended, in one sentence or two, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: Said): string {
  if (!run) return "";
  if (run.stage === "running") return "Running …";
  const facts = runFacts(run.observations);
  const end = run.stage === "stuck" ? stuckSentence(run) : "";
  return [endSentence(facts), predictionSentence(run, said), end, networkSentence(facts, run)].join(
    "",
  );
}

const stuckSentence = ({ isFromBefore }: ShownRun<Settings>): string =>
  isFromBefore
    ? " The page lost its connection before the run had ended."
    : " The run has not ended: something did not come.";

function endSentence(facts: RunFacts): string {
  const { endsOn } = facts;
  if (endsOn === undefined) return "Ann is not connected yet.";
  if (endsOn === "never") return `Ann never connected, after ${costs(facts)}.`;
  return `Ann is connected and uses ${transportNames[endsOn]}, after ${costs(facts)}.`;
}

export const transportNames = { polling: "polling", websocket: "WebSocket" } as const;

function costs({ exchanges }: RunFacts): string {
  const frames = exchanges.filter(isUpgraded).flatMap(({ packets }) => packets).length;
  const requests = counted(exchanges.length, "HTTP request");
  return frames > 0 ? `${requests} and ${counted(frames, "WebSocket frame")}` : requests;
}

/** Something between this page and its server does what the lab does on purpose. */
function networkSentence({ exchanges }: RunFacts, { settings }: ShownRun<Settings>): string {
  const isAsked = settings.transports !== "polling";
  const hasCome = exchanges.some(({ transport }) => transport === "websocket");
  return isAsked && !hasCome
    ? " No WebSocket request came to the server: something on your way to it blocks them."
    : "";
}

const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? "" : "s"}`;

function predictionSentence(run: ShownRun<Settings>, said: Said): string {
  const rows = outcomeRows(run, said).filter((row) => row.said && row.happened);
  if (rows.length === 0) return "";
  const right = rows.filter((row) => row.said === row.happened).length;
  return ` Your prediction was right for ${right} of ${rows.length}.`;
}
