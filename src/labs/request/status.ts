import type { ShownRun } from "#lab-kit/run-recorder.ts";
import type { Said } from "./asks.ts";
import type { Settings } from "./model.ts";
import { outcomeOf } from "./outcome.ts";
import {
  connectionsOf,
  heardUnasked,
  isOver,
  type SeenRun,
  sayingsOf,
  untold,
} from "./run-facts.ts";

/** How a run ended, in one sentence or two, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: Said): string {
  if (!run) return "";
  if (run.stage === "running") return "Running …";
  if (!isOver(run)) return "The run has not ended: something did not come.";
  return `${endSentence(run, run.settings)}${predictionSentence(run, said)}`;
}

function endSentence(run: SeenRun, { plot }: Settings): string {
  const connections = connectionsOf(run);
  const refused = connections.find(({ error }) => error !== undefined);
  if (refused) {
    const { client, server, error } = refused;
    return `${client}’s program called ${server}’s, and was told ${error}: nobody listens on that port.`;
  }
  if (plot === "server-first") return newsSentence(run);
  if (plot === "swap") return askersSentence(run);
  const count = (what: string) =>
    sayingsOf(run).filter((saying) => saying.what === what && saying.where === "Ann").length;
  return `Ann’s program connected ${times(connections.length)}, asked ${times(count("message-out"))}, and was answered ${times(count("message-in"))}.`;
}

function newsSentence(run: SeenRun): string {
  const heard = heardUnasked(run, "Ann");
  const lost = untold(run);
  if (lost.length === 0) return `Bob’s program told its news at once: ${quoted(heard)}.`;
  return `Bob’s program had nothing to write its news into: ${quoted(lost.map(({ news }) => news))}.`;
}

function askersSentence(run: SeenRun): string {
  const callers = connectionsOf(run).map(({ client }) => client);
  return `Both programs asked. ${
    new Set(callers).size === 2
      ? "Each opened a connection to the other, and each had been listening."
      : `${callers[0]}’s program had opened the one connection.`
  }`;
}

const quoted = (words: readonly string[]): string =>
  words.map((word) => `“${word}”`).join(" and ") || "nothing";

const times = (count: number): string => ["never", "once", "twice"][count] ?? `${count} times`;

function predictionSentence(run: ShownRun<Settings>, said: Said): string {
  const { isRight } = outcomeOf(run, said);
  if (isRight === undefined) return "";
  return isRight ? " As you predicted." : " You had predicted something else.";
}
