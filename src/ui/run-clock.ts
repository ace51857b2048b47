import { type ClockName, type Clocks, type Observation, serverMs } from "#lab-kit/observation.ts";

const offsetErrorMs = (clock: ClockName, clocks: Clocks): number =>
  clock === "server" ? 0 : (clocks[clock]?.errorMs ?? 0);

/**
 * Milliseconds by which the distance between two times may be wrong. Two times of one clock are
 * exact; across clocks the errors of both offsets add up.
 */
export const errorBetweenMs = (a: ClockName, b: ClockName, clocks: Clocks): number =>
  a === b ? 0 : offsetErrorMs(a, clocks) + offsetErrorMs(b, clocks);

/** Observations by the server's clock; those of one clock keep the order they were made in. */
export const inTimeOrder = (observations: readonly Observation[], clocks: Clocks): Observation[] =>
  [...observations].sort(
    (a, b) =>
      serverMs(a, clocks) - serverMs(b, clocks) || (a.clock === b.clock ? a.seq - b.seq : 0),
  );

/** The observation that a run's times count from: its first `emitted`, else its first of all. */
export const originOf = (
  observations: readonly Observation[],
  clocks: Clocks,
): Observation | undefined => {
  const ordered = inTimeOrder(observations, clocks);
  return ordered.find(({ what }) => what === "emitted") ?? ordered[0];
};
