import type { Observation } from "#lab-kit/observation.ts";
import { receiver } from "./model.ts";

/** What facts are read from. */
export interface SeenRun {
  observations: readonly Observation[];
}

/** What happened to the load on one of its ways. */
export interface Passed {
  /** Numbers whose send came back without an error. */
  sent: number[];
  /** Numbers in the order in which they came, copies included. */
  arrived: number[];
  /** Names of errors, each once. */
  errors: string[];
  /** What was observed of the receiving program; datagrams of one turn are one observation. */
  reads: Extract<Observation, { what: "numbered-in" }>[];
}

type Over = "udp" | "tcp";

/** Whether all that belongs to the run has happened and has been told. */
export const isOver = ({ observations }: SeenRun): boolean =>
  observations.some(({ what }) => what === "returned");

export function passedOver({ observations }: SeenRun, over: Over): Passed {
  const outs = observations.filter((seen) => seen.what === "numbered-out");
  const ins = observations.filter((seen) => seen.what === "numbered-in");
  const out = outs.filter((seen) => seen.over === over);
  const reads = ins.filter((seen) => seen.over === over);
  const told = out.flatMap(({ error }) => error ?? []);
  return {
    sent: out.filter(({ error }) => error === undefined).flatMap(({ numbers }) => numbers),
    arrived: reads.flatMap(({ numbers }) => numbers),
    errors: [...new Set(over === "udp" ? [...told, ...errorsOfCalls(observations)] : told)],
    reads,
  };
}

const errorsOfCalls = (observations: readonly Observation[]): string[] =>
  observations.flatMap((seen) => (seen.what === "socket-called" && seen.error ? [seen.error] : []));

/** Whether the load went this way, too. */
export const went = ({ observations }: SeenRun, over: Over): boolean =>
  observations.some((seen) => seen.what === "numbered-out" && seen.over === over);

/** How often the program was given something: each datagram is one read. */
export const readsIn = ({ reads }: Passed): number =>
  reads.reduce((sum, { over, numbers }) => sum + (over === "udp" ? numbers.length : 1), 0);

/** Numbers that were sent and did not come. */
export const missingIn = ({ sent, arrived }: Passed): number[] => {
  const came = new Set(arrived);
  return sent.filter((number) => !came.has(number));
};

/** Whether each number came after a smaller one, copies apart. */
export const isInOrder = ({ arrived }: Passed): boolean =>
  arrived.every((number, index) => number >= (arrived[index - 1] ?? 0));

/** Drops of each socket by name, as the kernel counts them; nothing where it has no such table. */
export function dropsIn({ observations }: SeenRun): ReadonlyMap<string, number> | undefined {
  const table = observations.findLast((seen) => seen.what === "kernel");
  return table && new Map(table.udp.map(({ socket = "", drops }) => [socket, drops]));
}

/** The receiver's buffer in bytes, as the kernel told it. */
export const bufferBytesIn = ({ observations }: SeenRun): number | undefined =>
  observations.flatMap((seen) =>
    seen.what === "socket-called" && seen.socket === receiver && seen.call.includes("SO_RCVBUF")
      ? (seen.sizeBytes ?? [])
      : [],
  )[0];

/** Numbers that the relay threw away, and those that it copied. */
export const relayedIn = ({ observations }: SeenRun, how: "lost" | "doubled"): number[] =>
  observations.flatMap((seen) =>
    seen.what === "relayed" && seen.how === how ? [seen.number] : [],
  );
