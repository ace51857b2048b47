import { type Observation, seen } from "#lab-kit/observation.ts";
import { type Place, readerName, writerName } from "./model.ts";

/** What facts are read from. */
export interface SeenRun {
  observations: readonly Observation[];
}

/** One call, or several together, as a stretch of the stream: bytes `from` up to `to`. */
export interface Stretch {
  from: number;
  to: number;
  times: number;
  text?: string;
  /** `write` returned false. */
  isRefused?: boolean;
}

type Call = Extract<Observation, { what: "wrote" | "read" }>;

function stretches(calls: readonly Call[]): Stretch[] {
  let from = 0;
  return calls.map((call) => {
    const { sizeBytes, times = 1, text } = call;
    const stretch = { from, to: from + sizeBytes, times };
    from += sizeBytes;
    const refused = call.what === "wrote" && !call.isTaken ? { isRefused: true } : {};
    return { ...stretch, ...(text === undefined ? {} : { text }), ...refused };
  });
}

export const writesIn = ({ observations }: SeenRun): Stretch[] =>
  stretches(seen(observations, "wrote"));
export const readsIn = ({ observations }: SeenRun): Stretch[] =>
  stretches(seen(observations, "read"));

/** Number of calls. */
export const timesOf = (calls: readonly Stretch[]): number =>
  calls.reduce((sum, { times }) => sum + times, 0);

/** Messages that the writing program had to send. */
export const messagesSent = ({ observations }: SeenRun): string[] =>
  seen(observations, "message-out").map(({ message }) => message);

/** Messages that the reading program made of what it read. */
export const messagesGot = ({ observations }: SeenRun): string[] =>
  seen(observations, "message-in").map(({ message }) => message);

/** Bytes written when `write` first returned false; `undefined` if it never did. */
export const firstFalseBytes = (run: SeenRun): number | undefined =>
  writesIn(run).find(({ isRefused }) => isRefused)?.to;

/** How often the writer was told to go on. */
export const drainsIn = ({ observations }: SeenRun): number => seen(observations, "drained").length;

/** Bytes that passed each program, and whether they were the same. */
export interface Totals {
  sentBytes: number;
  gotBytes: number;
  isSame: boolean;
  sha256: string;
}

/** What was sent and received in all; `undefined` as long as the run is not over. */
export function totalsOf({ observations }: SeenRun): Totals | undefined {
  const hashes = seen(observations, "hashed");
  const sent = hashes.find(({ where }) => where === writerName);
  const got = hashes.find(({ where }) => where === readerName);
  if (!sent || !got) return undefined;
  const isSame = sent.sha256 === got.sha256 && sent.sizeBytes === got.sizeBytes;
  return { sentBytes: sent.sizeBytes, gotBytes: got.sizeBytes, isSame, sha256: got.sha256 };
}

/** Where the bytes were while the reader had stopped and nothing moved. */
export interface Standing {
  /** Absent where no kernel was asked. */
  bytes: Partial<Record<Place, number>>;
  writtenBytes: number;
  /** Counted in two places: Node keeps a chunk until the kernel has all of it. */
  twiceBytes: number;
}

/** @returns undefined when the reader did not stop, or was not looked at yet */
export function standingOf({ observations }: SeenRun): Standing | undefined {
  const at = observations.findIndex(({ what }) => what === "held");
  if (at < 0) return undefined;
  const before = { observations: observations.slice(0, at) };
  const held = seen(observations, "held");
  const nodeOf = (name: string) => held.find(({ where }) => where === name)?.sizeBytes ?? 0;
  const [kernel] = seen(observations, "kernel");
  const rowOf = (name: string) => kernel?.tcp.find(({ socket }) => socket === name);
  const reader = rowOf(readerName);
  const writer = rowOf(writerName);
  const bytes: Standing["bytes"] = {
    read: readsIn(before).at(-1)?.to ?? 0,
    "reader-node": nodeOf(readerName),
    ...(reader && { "reader-kernel": reader.receiveQueue }),
    ...(writer && { "writer-kernel": writer.sendQueueBytes }),
    "writer-node": nodeOf(writerName),
  };
  const writtenBytes = writesIn(before).at(-1)?.to ?? 0;
  const sum = Object.values(bytes).reduce((all, one) => all + one, 0);
  return { bytes, writtenBytes, twiceBytes: kernel ? Math.max(0, sum - writtenBytes) : 0 };
}

/** Whether everything that belongs to the run has been told. */
export const isOver = ({ observations }: SeenRun): boolean =>
  observations.some(({ what }) => what === "returned");
