import { answers } from "../answers.ts";
import { explain } from "../explain.ts";
import { explainAck } from "../explain-ack.ts";
import { isComplete } from "../is-complete.ts";
import { type ClientName, clientNames, type Settings } from "../model.ts";
import { outcomeRows } from "../outcome.ts";
import { asksForAck, connectionsOf, type Predicted, predict } from "../rule.ts";
import { senderOf } from "../run-facts.ts";
import type { RigRun } from "./rig.ts";
import { isTrueReason } from "./true-reason.ts";

/** Where two of the three disagree: the rule, the observations, and what the clients got. */
export interface Differences {
  /** The rule against the clients. */
  rule: string[];
  /** The explanation against the clients. */
  explained: string[];
  /** The stated reason against the rule. */
  reasons: string[];
}

/** Holds the rule, the stated reasons and what the clients received against each other. */
export function differences(settings: Settings, run: RigRun): Differences {
  return {
    rule: ruleAgainstClients(settings, run),
    explained: [
      ...clientNames.filter((who) => !isWellExplained(settings, run, who)),
      ...runAgainstClients(settings, run),
    ],
    reasons: clientNames.filter((who) => {
      const { reason } = explain(run.observations, who, settings.from);
      return !isTrueReason(reason, who, settings);
    }),
  };
}

/** How often the server's observations say that the event was written to this client. */
const writtenTo = ({ observations }: RigRun, who: ClientName): number =>
  observations.filter((fact) => fact.what === "written" && fact.write.recipients.includes(who))
    .length;

const didReceive = ({ handled }: RigRun, who: ClientName): boolean => handled[who] > 0;

function ruleAgainstClients(settings: Settings, run: RigRun): string[] {
  const { receives, ack, fate } = predict(settings);
  return named({
    ...Object.fromEntries(clientNames.map((who) => [who, receives[who] !== didReceive(run, who)])),
    ack: ack !== realAck(settings, run),
    fate: fate !== realFate(settings, run),
    connections: connectionsOf(settings) !== run.opened,
    "more than once": clientNames.some((who) => run.handled[who] > 1),
  });
}

function isWellExplained({ from }: Settings, run: RigRun, who: ClientName): boolean {
  const { received, handledTimes } = explain(run.observations, who, from);
  return handledTimes === run.handled[who] && received === didReceive(run, who);
}

function runAgainstClients(settings: Settings, run: RigRun): string[] {
  const { observations } = run;
  const ack = explainAck(observations, settings.from)?.outcome;
  const rows = outcomeRows({ settings, clocks: {}, observations });
  return named({
    "not complete": !isComplete(observations, settings),
    "complete too early": isComplete(observations.slice(0, 1), settings),
    connections: Number(answers.connections(run)[0] ?? 0) !== run.opened,
    refused: answers.refused(run).join() !== (run.refused.join() || "nobody"),
    sender: senderOf(observations) !== settings.from,
    recipients: clientNames.some((who) => writtenTo(run, who) !== run.arrived[who]),
    "ack explained": asksForAck(settings.pageCall) && ack !== realAck(settings, run),
    row: rows.some(({ who, happened }) => happened !== didReceive(run, who as ClientName)),
  });
}

/** By the callback's own calls and the client's own buffer. */
function realAck({ from, pageCall }: Settings, run: RigRun): Predicted["ack"] {
  if (from === "server" || !asksForAck(pageCall)) return undefined;
  if (run.answers.length > 0) return "ack";
  if (run.errors.length > 0) return "timeout";
  return run.buffered > 0 ? "buffered" : "nothing-yet";
}

function realFate({ from }: Settings, { reached, buffered }: RigRun): Predicted["fate"] {
  if (from === "server") return undefined;
  if (reached > 0) return "sent";
  return buffered > 0 ? "buffered" : "taken-out";
}

const named = (isWrong: Record<string, boolean>): string[] =>
  Object.keys(isWrong).filter((name) => isWrong[name]);
