import { namespaceOf, type Observation, type Session } from "#lab-kit/observation.ts";

type Connected = Extract<Observation, { what: "connected" }>;

/** A namespace that a client joined in a run, and what the server saw it come over. */
export interface Join {
  namespace: string;
  over: Session;
}

/** The namespaces that a client joined in a run, in their order. */
export const joinsOf = (observations: readonly Observation[], who: string): Join[] =>
  observations
    .filter((seen): seen is Connected => seen.what === "connected" && seen.where === who)
    .flatMap((seen) => (seen.over ? [{ namespace: namespaceOf(seen), over: seen.over }] : []));
