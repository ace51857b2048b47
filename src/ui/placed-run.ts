import { type Clocks, type Observation, serverMs } from "#lab-kit/observation.ts";
import { type Link, linkObservations, type Placed } from "./observation-links.ts";
import { inTimeOrder, originOf } from "./run-clock.ts";
import { settleTimes } from "./settle-times.ts";

/** A run on the server's clock, causes before effects. */
export interface PlacedRun {
  origin: Observation | undefined;
  placed: Placed[];
  /** In the order of leaving. */
  links: Link[];
}

/** Puts a run's observations in the order of cause and effect, with times after its origin. */
export const placeRun = (observations: readonly Observation[], clocks: Clocks): PlacedRun => {
  const origin = originOf(observations, clocks);
  const originMs = origin ? serverMs(origin, clocks) : 0;
  const placed = inTimeOrder(observations, clocks).map((observation): Placed => {
    const atMs = serverMs(observation, clocks) - originMs;
    return { observation, atMs, drawMs: atMs };
  });
  const links = linkObservations(placed);
  settleTimes(placed, links);
  placed.sort((a, b) => a.drawMs - b.drawMs);
  links.sort((a, b) => a.from.drawMs - b.from.drawMs);
  return { origin, placed, links };
};
