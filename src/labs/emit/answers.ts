import type { Observation } from "#lab-kit/observation.ts";
import { explain } from "./explain.ts";
import { explainAck } from "./explain-ack.ts";
import { joinsOf } from "./joins.ts";
import { clientNames } from "./model.ts";
import { isOpen } from "./reason.ts";
import { senderOf } from "./run-facts.ts";

/** What an answer is read from: any run of this lab. */
export interface SeenRun {
  observations: readonly Observation[];
}

/** Names of the clients whose listener ran, or `nobody`. Empty while the run is not over. */
function receivers({ observations }: SeenRun): string[] {
  const sender = senderOf(observations) ?? "server";
  const rows = clientNames.map((who) => ({ who, ...explain(observations, who, sender) }));
  if (rows.some(({ reason }) => isOpen(reason))) return [];
  const names: string[] = rows.filter(({ received }) => received).map(({ who }) => who);
  return names.length > 0 ? names : ["nobody"];
}

/** One id of `ackOutcomes`. Empty when no acknowledgement was asked for, or it is underway. */
function ack({ observations }: SeenRun): string[] {
  const outcome = explainAck(observations, senderOf(observations) ?? "server")?.outcome;
  return outcome === undefined || outcome === "pending" ? [] : [outcome];
}

/** How many connections the sender's client opened in the run. Empty where it opened none in it. */
function connections({ observations }: SeenRun): string[] {
  const sender = senderOf(observations);
  const opened = joinsOf(observations, sender ?? "").map(({ over }) => over.session);
  return opened.length > 0 ? [String(new Set(opened).size)] : [];
}

/** Names of the clients that a namespace refused in the run, or `nobody`. */
function refused({ observations }: SeenRun): string[] {
  const names = clientNames.filter((who) =>
    observations.some(({ what, where }) => what === "refused" && where === who),
  );
  return names.length > 0 ? names : ["nobody"];
}

/** Turns a run into answer keys: question to the ids of the options that came true. */
export const answers: Readonly<
  Record<"receivers" | "ack" | "connections" | "refused", (run: SeenRun) => string[]>
> = { receivers, ack, connections, refused };
