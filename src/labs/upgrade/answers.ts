import type { Observation } from "#lab-kit/observation.ts";
import { runFacts } from "./run-facts.ts";
import { sessionIdBytes } from "./session-id-bytes.ts";

/** What an answer is read from: any run of this lab. */
export interface SeenRun {
  observations: readonly Observation[];
}

/** `polling` or `websocket`: the transport that the first request asks for. */
const firstRequest = ({ observations }: SeenRun): string[] => {
  const [first] = runFacts(observations).exchanges;
  return first ? [first.transport] : [];
};

/** `polling`, `websocket` or `never`. Empty while it is not known. */
const endsOn = ({ observations }: SeenRun): string[] => {
  const ending = runFacts(observations).endsOn;
  return ending ? [ending] : [];
};

/** `server` or `client`: who sends the heartbeat's `2`. Empty in a run without one. */
const whoPings = ({ observations }: SeenRun): string[] => {
  const packets = runFacts(observations).exchanges.flatMap((exchange) => exchange.packets);
  const ping = packets.find(({ text }) => text === "2");
  return ping ? [ping.way === "down" ? "server" : "client"] : [];
};

/** Turns a run into answer keys: question to the ids of the options that came true. */
export const answers: Readonly<
  Record<"firstRequest" | "endsOn" | "whoPings", (run: SeenRun) => string[]>
> = { firstRequest, endsOn, whoPings };

/** The bytes that a question shows, and which of them are right. */
export const byteAnswers: Readonly<
  Record<"sid", (run: SeenRun) => { hex: string; key: readonly number[] } | undefined>
> = { sid: ({ observations }) => sessionIdBytes(runFacts(observations)) };
