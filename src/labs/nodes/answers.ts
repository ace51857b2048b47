import { clientNames, type Share } from "./model.ts";
import { clientFacts, hasEmitted, type SeenRun } from "./run-facts.ts";

/** `none`, `half` or `all`; empty if it is none of these. */
const shareOf = (count: number): Share[] => {
  if (count === 0) return ["none"];
  if (count === clientNames.length) return ["all"];
  return count * 2 === clientNames.length ? ["half"] : [];
};

/** How many clients are connected in the end, or got the news. */
export const countOf = (run: SeenRun, ask: "connected" | "reached"): number =>
  clientFacts(run).filter(({ node, isReached }) =>
    ask === "connected" ? node !== undefined : isReached,
  ).length;

/** Turns a run into answer keys: question to the ids of the options that came true. */
export const answers: Readonly<Record<"connected" | "reached", (run: SeenRun) => Share[]>> = {
  connected: (run) => shareOf(countOf(run, "connected")),
  reached: (run) => (hasEmitted(run) ? shareOf(countOf(run, "reached")) : []),
};
