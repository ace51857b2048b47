import type { Observation } from "#lab-kit/observation.ts";
import type { Exchange } from "./exchange.ts";
import type { Ending } from "./model.ts";
import { readExchanges } from "./read-exchanges.ts";

/** What a run's observations say, read once. */
export interface RunFacts {
  exchanges: readonly Exchange[];
  /** Where Ann is now; undefined while she is not connected and has not given up. */
  endsOn: Ending | undefined;
  observations: readonly Observation[];
}

/** Reads a run. */
export const runFacts = (observations: readonly Observation[]): RunFacts => ({
  exchanges: readExchanges(observations),
  endsOn: endingOf(observations),
  observations,
});

/** The last word on Ann's transport: that of her own page, and of the server for the change. */
function endingOf(observations: readonly Observation[]): Ending | undefined {
  let ending: Ending | undefined;
  for (const seen of observations) {
    if (seen.what === "gave-up") ending = "never";
    if (seen.clock !== "page") continue;
    if (seen.what === "connected" || seen.what === "upgraded") ending = seen.transport as Ending;
  }
  return ending;
}

/** Observations of one kind. */
export const seen = <What extends Observation["what"]>(
  { observations }: Pick<RunFacts, "observations">,
  what: What,
): Extract<Observation, { what: What }>[] =>
  observations.filter((one) => one.what === what) as Extract<Observation, { what: What }>[];
