import { namespaceOf, type Observation } from "#lab-kit/observation.ts";
import type { Placed } from "./observation-links.ts";

const isOfConnection = ({ what }: Observation): boolean =>
  what === "connected" || what === "upgraded" || what === "disconnected";

const isSameLane = (a: Observation, b: Observation): boolean =>
  a.where === b.where && namespaceOf(a) === namespaceOf(b);

/** The client itself says the same next. */
const isSaidNext = (said: Observation, later: readonly Placed[]): boolean => {
  const next = later.find(
    ({ observation }) => isOfConnection(observation) && isSameLane(observation, said),
  );
  return next?.observation.what === said.what && next.observation.clock !== "server";
};

/**
 * A client's lane tells what the client knew: it is connected, or has another transport, when it
 * says so itself. The server, which knows it sooner, has the word where the client says nothing.
 */
export const withOwnWords = (placed: readonly Placed[]): Placed[] =>
  placed.filter(({ observation }, index) => {
    const { what, clock } = observation;
    const isEarly = clock === "server" && (what === "connected" || what === "upgraded");
    return !isEarly || !isSaidNext(observation, placed.slice(index + 1));
  });
