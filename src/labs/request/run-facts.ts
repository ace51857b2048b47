import type { Observation } from "#lab-kit/observation.ts";
import { connecting, otherProgram, type ProgramName } from "./model.ts";

/** What facts are read from. */
export interface SeenRun {
  observations: readonly Observation[];
}

/** One call of `connect`, and what became of it. */
export interface Connection {
  /** Who called: the client of this connection. */
  client: ProgramName;
  server: ProgramName;
  /** Port that the kernel picked for the client; absent when it was refused. */
  clientPort?: number;
  serverPort: number;
  error?: string;
}

/** Whether the run has come to its end. */
export const isOver = ({ observations }: SeenRun): boolean =>
  observations.some(({ what }) => what === "returned");

/** The calls of `connect`, in their order. */
export const connectionsOf = ({ observations }: SeenRun): Connection[] =>
  observations.flatMap((seen) => {
    if (seen.what !== "socket-called" || seen.call !== "connect") return [];
    const client = seen.where as ProgramName;
    const { local, remote = 0, error } = seen;
    return [
      {
        client,
        server: otherProgram(client),
        serverPort: remote,
        ...(error === undefined ? local !== undefined && { clientPort: local } : { error }),
      },
    ];
  });

/** A line or request that a program said. */
export type Saying = Extract<Observation, { what: "message-out" | "message-in" }>;

/** What the programs said and heard; the opening of connections is not in it. */
export const sayingsOf = ({ observations }: SeenRun): Saying[] =>
  observations.filter(
    (seen): seen is Saying =>
      (seen.what === "message-out" || seen.what === "message-in") && seen.message !== connecting,
  );

const isQuestion = (message: string): boolean => /\?$|^GET /.test(message);

/** What a program heard that was no answer to a question of its own. */
export function heardUnasked(run: SeenRun, who: ProgramName): string[] {
  let open = 0;
  return sayingsOf(run).flatMap((saying) => {
    if (saying.where !== who) return [];
    if (saying.what === "message-out") {
      if (isQuestion(saying.message)) open += 1;
      return [];
    }
    if (isQuestion(saying.message)) return [];
    if (open === 0) return [saying.message];
    open -= 1;
    return [];
  });
}

/** News that a program could tell nobody, and why. */
export const untold = ({ observations }: SeenRun): { news: string; reason: string }[] =>
  observations.flatMap((seen) =>
    seen.what === "dropped" ? [{ news: seen.event, reason: seen.reason }] : [],
  );
