import type { Compared, Place } from "./model.ts";
import {
  firstFalseBytes,
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

/** Number of reads, as digits. */
const reads = (run: SeenRun): string[] => (isOver(run) ? [String(timesOf(readsIn(run)))] : []);

/** Reads compared with writes: fewer, same, more. */
function compared(run: SeenRun): Compared[] {
  if (!isOver(run)) return [];
  const difference = timesOf(readsIn(run)) - timesOf(writesIn(run));
  return [difference === 0 ? "same" : difference < 0 ? "fewer" : "more"];
}

/** Whether the reading program got the messages as they were sent: yes, no. */
function isWhole(run: SeenRun): string[] {
  if (!isOver(run)) return [];
  const isSame = JSON.stringify(messagesGot(run)) === JSON.stringify(messagesSent(run));
  return [isSame ? "yes" : "no"];
}

/** Number of messages that the reading program got, as digits. */
const messages = (run: SeenRun): string[] => (isOver(run) ? [String(messagesGot(run).length)] : []);

/** Bytes that were sent and did not come, as digits. */
function lost(run: SeenRun): string[] {
  const totals = totalsOf(run);
  return totals ? [String(totals.sentBytes - totals.gotBytes)] : [];
}

/** Where most bytes waited while the reader had stopped: the id of a place. */
function waitsIn(run: SeenRun): Place[] {
  const { read: _, ...waiting } = standingOf(run)?.bytes ?? {};
  const [most] = Object.entries(waiting).toSorted(([, one], [, other]) => other - one);
  return most ? [most[0] as Place] : [];
}

/** Whether `write` returned false: yes, no. */
const saysFalse = (run: SeenRun): string[] =>
  isOver(run) ? [firstFalseBytes(run) === undefined ? "no" : "yes"] : [];

type Ask = "reads" | "compared" | "isWhole" | "messages" | "lost" | "waitsIn" | "saysFalse";

/** Turns a run into answer keys: question to the ids of the options that came true. */
export const answers: Readonly<Record<Ask, (run: SeenRun) => string[]>> = {
  reads,
  compared,
  isWhole,
  messages,
  lost,
  waitsIn,
  saysFalse,
};
