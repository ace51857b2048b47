import { type ClientName, clientNames, type ScenarioId } from "./model.ts";
import { scripts } from "./script.ts";

/** What occurs in a scenario: choices about anything else would change nothing. */
export interface Uses {
  /** How many news the server emits. */
  news: number;
  /** How many orders each client emits. */
  orders: Record<ClientName, number>;
  /** Those who order at all, or may. */
  orderers: ClientName[];
  hasNews: boolean;
}

/** What occurs in a scenario; by hand everything may. */
export function usesOf(scenario: ScenarioId): Uses {
  const uses: Uses = { news: 0, orders: { Ann: 0, Bob: 0 }, orderers: [], hasNews: false };
  for (const step of scripts[scenario]) {
    if (step.do === "news") uses.news += step.times;
    if (step.do === "orders") uses.orders[step.who] += step.times;
  }
  const isByHand = scenario === "by-hand";
  uses.orderers = clientNames.filter((who) => isByHand || uses.orders[who] > 0);
  uses.hasNews = isByHand || uses.news > 0;
  return uses;
}
