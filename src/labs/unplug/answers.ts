import type { Observation } from "#lab-kit/observation.ts";
import { type Break, breaksOf } from "./connections.ts";
import { clientNames } from "./model.ts";
import { newsFates } from "./news-fate.ts";
import { orderFates } from "./order-fate.ts";
import { type Flow, isMissed, type OutcomeRow, outcomeRows } from "./outcome.ts";

/** What an answer is read from: any run of this lab. */
export interface SeenRun {
  observations: readonly Observation[];
}

type Answer = (run: SeenRun) => string[];

const rowOf = ({ observations }: SeenRun, flow: Flow): OutcomeRow | undefined =>
  outcomeRows(observations).find((row) => row.who === "Bob" && row.flow === flow);

/** Bob's row as one number. Empty when nothing was emitted in that flow. */
const count =
  (flow: Flow, of: (row: OutcomeRow) => number): Answer =>
  (run) => {
    const row = rowOf(run, flow);
    return row ? [String(of(row))] : [];
  };

const fatesOf = ({ observations }: SeenRun) => [
  ...newsFates(observations, "Bob"),
  ...orderFates(observations, "Bob"),
];

const doubled: Answer = (run) => [String(fatesOf(run).filter(({ times }) => times > 1).length)];

const timesHandled: Answer = (run) => [
  String(Math.max(0, ...fatesOf(run).map(({ times }) => times))),
];

/** Codes of what Bob missed; see `NewsCode` and `OrderCode`. `nothing` if he missed nothing. */
const whyMissed: Answer = (run) => {
  const missed = fatesOf(run).filter(isMissed);
  return missed.length > 0 ? [...new Set(missed.map(({ code }): string => code))] : ["nothing"];
};

const lastBreak = ({ observations }: SeenRun): Break | undefined =>
  breaksOf(observations, "Bob").at(-1);

/** Of Bob when he was back the last time. Empty if he was never away, or is. */
const whenBack =
  (say: (back: NonNullable<Break["back"]>) => string): Answer =>
  (run) => {
    const back = lastBreak(run)?.back;
    return back ? [say(back)] : [];
  };

const yesOrNo = (isSo: boolean): string => (isSo ? "yes" : "no");

/** Names of the clients that missed news, or `nobody`. */
const whoMisses: Answer = ({ observations }) => {
  const rows = outcomeRows(observations).filter(({ flow }) => flow === "news");
  const names = clientNames.filter((name) =>
    rows.some(({ who, missed }) => who === name && missed > 0),
  );
  return names.length > 0 ? [...names] : ["nobody"];
};

/** Bob's reason of the disconnect, with hyphens: `ping-timeout`. */
const leftBecause: Answer = (run) => {
  const reason = lastBreak(run)?.saidHere;
  return reason === undefined ? [] : [reason.replaceAll(" ", "-")];
};

/** Turns a run into answer keys: question to the ids of the options that came true, all of Bob. */
export const answers = {
  missedNews: count("news", ({ missed }) => missed),
  missedOrders: count("orders", ({ missed }) => missed),
  buffered: count("orders", ({ buffered }) => buffered),
  doubled,
  timesHandled,
  recovered: whenBack((back) => yesOrNo("isRecovered" in back && back.isRecovered)),
  sameId: whenBack((back) => yesOrNo("hasSameId" in back && back.hasSameId)),
  letIn: whenBack((back) => yesOrNo(!("refused" in back))),
  whyMissed,
  whoMisses,
  leftBecause,
} as const satisfies Record<string, Answer>;
