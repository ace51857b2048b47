import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { receiver, type Settings } from "./model.ts";
import { outcomeRows, type Said } from "./outcome.ts";
import { dropsIn, isOver, missingIn, passedOver, type SeenRun, went } from "./run-facts.ts";
import { datagramsText } from "./words.ts";

/** How a run ended, in a few sentences, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: Partial<Said>): string {
  if (!run) return "";
  if (run.stage === "running") return "Running …";
  if (!isOver(run)) return "The run has not ended: something did not come.";
  return [arrivedSentence(run), dropsSentence(run), tcpSentence(run), predictionSentence(run, said)]
    .filter(Boolean)
    .join(" ");
}

function arrivedSentence(run: SeenRun): string {
  const { sent, arrived, errors } = passedOver(run, "udp");
  const told = errors.length > 0 ? `The sender was told ${errors.join(", ")}.` : "";
  if (sent.length === 0) return `Nothing was sent. ${told}`;
  const missing = missingIn(passedOver(run, "udp")).length;
  const copies = arrived.length - (sent.length - missing);
  const also = copies > 0 ? `, ${copies} of them as a copy` : "";
  const unless = told || (missing > 0 ? "No send gave an error." : "");
  return `${datagramsText(sent.length)} sent, ${arrived.length} arrived${also}. ${unless}`.trim();
}

function dropsSentence(run: SeenRun): string {
  const drops = dropsIn(run)?.get(receiver);
  const missing = missingIn(passedOver(run, "udp")).length;
  if (!drops) return "";
  const same = drops === missing ? ", which is what is missing" : "";
  return `The kernel counts ${drops} drops at the receiver’s socket${same}.`;
}

function tcpSentence(run: SeenRun): string {
  if (!went(run, "tcp")) return "";
  const { sent, arrived, reads } = passedOver(run, "tcp");
  const times = `${reads.length} read${reads.length === 1 ? "" : "s"}`;
  const isWords = reads.some(({ text }) => text !== undefined);
  return isWords
    ? `Over TCP the ${sent.length} writes came as ${times}.`
    : `Over TCP ${arrived.length} of ${sent.length} arrived, in ${times}.`;
}

function predictionSentence(run: ShownRun<Settings>, said: Partial<Said>): string {
  const rows = outcomeRows(run, said).filter(({ isRight }) => isRight !== undefined);
  if (rows.length === 0) return "";
  const right = rows.filter(({ isRight }) => isRight).length;
  return `Your prediction was right for ${right} of ${rows.length}.`;
}
