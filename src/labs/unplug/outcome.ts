import type { Observation } from "#lab-kit/observation.ts";
import { type ClientName, clientNames } from "./model.ts";
import { type Fate, type NewsCode, newsFates } from "./news-fate.ts";
import { type OrderCode, type OrderFate, orderFates } from "./order-fate.ts";
import { newsTexts, orderTexts } from "./reasons.ts";

/** What the reader said before the run, of Bob; a question that was left open is absent. */
export interface Said {
  missedNews?: number;
  missedOrders?: number;
  /** Events that were handled more than once. */
  doubled?: number;
}

/** The flow of an event: news come down from the server, orders go up to it. */
export type Flow = "news" | "orders";

/** Numbers that share a fate, and the sentence that says it. */
export interface Reason {
  code: NewsCode | OrderCode;
  numbers: string[];
  text: string;
}

/** One client and one flow. */
export interface OutcomeRow {
  who: ClientName;
  flow: Flow;
  emitted: number;
  /** Events that were handled, each counted once. */
  received: number;
  /** Events that were not, and will not be. */
  missed: number;
  /** Events that were handled more than once. */
  doubled: number;
  /** How often the one was handled that was handled most. */
  mostTimes: number;
  /** Orders that were in the client's buffer. The server has none for news. */
  buffered: number;
  reasons: Reason[];
}

/** Whether an event was not handled, and will not be. */
export const isMissed = ({ times, code }: Fate<string>): boolean =>
  times === 0 && code !== "waiting" && code !== "on-its-way";

/** The rows of a run; a flow in which nothing was emitted has none. */
export const outcomeRows = (observations: readonly Observation[]): OutcomeRow[] =>
  clientNames
    .flatMap((who) => [newsRow(observations, who), ordersRow(observations, who)])
    .filter(({ emitted }) => emitted > 0);

function newsRow(observations: readonly Observation[], who: ClientName): OutcomeRow {
  const fates = newsFates(observations, who);
  const reasons = grouped(fates).map(([code, group]) => ({
    code,
    numbers: group.map(({ number }) => number),
    text: newsTexts[code](who, group),
  }));
  return { who, flow: "news", ...counts(fates), buffered: 0, reasons };
}

function ordersRow(observations: readonly Observation[], who: ClientName): OutcomeRow {
  const fates = orderFates(observations, who);
  const reasons = grouped(fates).map(([code, group]) => ({
    code,
    numbers: group.map(({ number }) => number),
    text: orderTexts[code](who, group),
  }));
  const buffered = fates.filter(({ wasKept }) => wasKept).length;
  return { who, flow: "orders", ...counts(fates), buffered, reasons };
}

const counts = (fates: readonly (Fate<NewsCode> | OrderFate)[]) => ({
  emitted: fates.length,
  received: fates.filter(({ times }) => times > 0).length,
  missed: fates.filter(isMissed).length,
  doubled: fates.filter(({ times }) => times > 1).length,
  mostTimes: Math.max(0, ...fates.map(({ times }) => times)),
});

const grouped = <F extends Fate<string>>(fates: readonly F[]): [F["code"], F[]][] => [
  ...Map.groupBy(fates, ({ code }) => code as F["code"]),
];
