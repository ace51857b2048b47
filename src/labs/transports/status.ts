import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { formatTime } from "#ui/format-time.ts";
import { answers, lanesIn } from "./answers.ts";
import { laneNames, newsCount, type Said, type Settings, type Transport } from "./model.ts";
import { outcomeRows } from "./outcome.ts";
import { hasEnded, isOver, laneFacts, meanMs, type SeenRun } from "./run-facts.ts";
import { visits } from "./visitors.ts";
import { lanesListed, listed, requestsText, visitorWords } from "./words.ts";

/** How a run ended, in one sentence or two, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: Said): string {
  if (!run) return "";
  if (run.stage === "running") return "Running …";
  if (!hasEnded(run)) return "The run has not ended: something did not come.";
  if (!isOver(run)) return "The run was cut short.";
  return `${endSentence(run, run.settings)}${predictionSentence(run, said)}`;
}

function endSentence(run: SeenRun, { show }: Settings): string {
  if (show === "connections") return connectionsSentence(run);
  const lanes = lanesIn(run);
  const [only] = lanes;
  return lanes.length === 1 && only ? laneSentence(run, only) : compareSentence(run);
}

const lateText = (run: SeenRun, lane: Transport): string => {
  const { delays } = laneFacts(run, laneNames[lane]);
  return formatTime(meanMs(delays) ?? 0, Math.max(0, ...delays.map(({ errorMs }) => errorMs)));
};

function laneSentence(run: SeenRun, lane: Transport): string {
  const { requests, delays } = laneFacts(run, laneNames[lane]);
  const news = delays.length === newsCount ? `all ${newsCount} items` : `${delays.length} items`;
  return `${laneNames[lane]} brought ${news} with ${requestsText(requests)}, ${lateText(run, lane)} after they happened on average.`;
}

function compareSentence(run: SeenRun): string {
  const [latest] = answers.latest(run) as Transport[];
  const fewest = answers.fewestRequests(run) as Transport[];
  const [one] = fewest;
  if (!latest || !one) return "The news has come.";
  const count = laneFacts(run, laneNames[one]).requests;
  const each = fewest.length > 1 ? `${count} each` : String(count);
  return `Told latest, on average: ${laneNames[latest]}, after ${lateText(run, latest)}. Fewest requests: ${lanesListed(fewest)}, ${each}.`;
}

function connectionsSentence(run: SeenRun): string {
  const seen = visits(run);
  const through = seen.filter(({ isThrough }) => isThrough);
  const waited = seen.filter(({ isThrough }) => !isThrough);
  const names = (some: typeof seen) => some.map(({ visitor }) => visitorWords[visitor]);
  const late = waited.length > 0 ? `; ${listed(names(waited))} had to wait` : "";
  return `While six streams were open, ${listed(names(through), "nobody")} got through${late}.`;
}

function predictionSentence(run: ShownRun<Settings>, said: Said): string {
  const rows = outcomeRows(run, said).filter(({ isRight }) => isRight !== undefined);
  if (rows.length === 0) return "";
  const right = rows.filter(({ isRight }) => isRight).length;
  return ` Your prediction was right for ${right} of ${rows.length}.`;
}
