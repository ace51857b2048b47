import type { KernelTcpSocket } from "#lab-kit/kernel-socket.ts";
import type { NodeSocket, Observation } from "#lab-kit/observation.ts";

type Called = Extract<Observation, { what: "socket-called" }>;
type Waits = Extract<Observation, { what: "socket-waits" }>;

/** What the tables said at one moment. */
export interface Tables {
  /** Absent where the kernel has none to read. */
  kernel?: readonly KernelTcpSocket[];
  node?: readonly NodeSocket[];
}

/** One call of a run, and the tables after it. */
export interface Chapter {
  call: Called | Waits;
  before: Tables;
  after: Tables;
}

const isCall = (o: Observation): o is Called | Waits =>
  o.what === "socket-called" || o.what === "socket-waits";

const tablesOf = (o: Observation, before: Tables): Tables => {
  if (o.what === "kernel") return { kernel: o.tcp };
  return o.what === "node-sockets" ? { node: o.sockets } : before;
};

/** A run's calls in their order. What is read until the next call belongs to the one before it. */
export function storyOf(observations: readonly Observation[]): Chapter[] {
  const chapters: Chapter[] = [];
  let now: Tables = {};
  for (const seen of observations) {
    if (isCall(seen)) chapters.push({ call: seen, before: now, after: now });
    now = tablesOf(seen, now);
    const last = chapters.at(-1);
    if (last) last.after = now;
  }
  return chapters;
}

/** One row that has come, changed its state or gone. */
export interface Change {
  socket: string;
  /** Absent: the row was not there. */
  from?: string;
  to?: string;
}

const statesOf = ({ kernel = [], node = [] }: Tables): Map<string, string> =>
  new Map([
    ...kernel.map(({ socket = "", state }): [string, string] => [socket, state]),
    ...node.map(({ socket, state }): [string, string] => [socket, state]),
  ]);

/** What a call changed in the table: rows that came, went or are in another state. */
export function changesOf({ before, after }: Pick<Chapter, "before" | "after">): Change[] {
  const [old, now] = [statesOf(before), statesOf(after)];
  const names = [...new Set([...now.keys(), ...old.keys()])];
  return names.flatMap((socket) => {
    const [from, to] = [old.get(socket), now.get(socket)];
    if (from === to) return [];
    return [{ socket, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  });
}
