import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { answers } from "./answers.ts";
import { type Said, type Settings, stops } from "./model.ts";
import { outcomeRows } from "./outcome.ts";
import {
  isOver,
  messagesGot,
  messagesSent,
  readsIn,
  type SeenRun,
  standingOf,
  timesOf,
  totalsOf,
  writesIn,
} from "./run-facts.ts";
import { count, counted } from "./words.ts";

/** How a run ended, in one sentence or two, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: Said): string {
  if (!run) return "";
  if (run.stage === "running") return "Running …";
  if (!isOver(run)) return "The run has not ended: something did not come.";
  return `${endSentence(run)}${predictionSentence(run, said)}`;
}

function endSentence(run: ShownRun<Settings>): string {
  const { show, framing } = run.settings;
  if (stops(run.settings)) return stoppedSentence(run);
  if (show === "messages" && framing !== "none") return messagesSentence(run);
  return callsSentence(run);
}

function callsSentence(run: SeenRun): string {
  const writes = counted(timesOf(writesIn(run)), "write");
  const reads = counted(timesOf(readsIn(run)), "read");
  return `In this run ${writes} became ${reads}. ${sameSentence(run)}`;
}

function sameSentence(run: SeenRun): string {
  const totals = totalsOf(run);
  if (!totals) return "";
  return totals.isSame
    ? `All ${counted(totals.gotBytes, "byte")} came, in their order.`
    : `${count(totals.sentBytes)} bytes were sent, ${count(totals.gotBytes)} came.`;
}

function messagesSentence(run: SeenRun): string {
  const sent = counted(messagesSent(run).length, "message");
  const got = messagesGot(run).length;
  const [isWhole] = answers.isWhole(run);
  return isWhole === "yes"
    ? `The program got the ${sent} as they were sent. ${sameSentence(run)}`
    : `${sent} sent, ${count(got)} got, and not the same ones. ${sameSentence(run)}`;
}

function stoppedSentence(run: SeenRun): string {
  const standing = standingOf(run);
  const waited = standing
    ? `While the reader had stopped, ${count(standing.writtenBytes - (standing.bytes.read ?? 0))} bytes waited. `
    : "";
  return `${waited}${sameSentence(run)}`;
}

function predictionSentence(run: ShownRun<Settings>, said: Said): string {
  const rows = outcomeRows(run, said).filter(({ isRight }) => isRight !== undefined);
  if (rows.length === 0) return "";
  const right = rows.filter(({ isRight }) => isRight).length;
  return ` Your prediction was right for ${right} of ${rows.length}.`;
}
