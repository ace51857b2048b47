import type { KernelTcpSocket } from "#lab-kit/kernel-socket.ts";
import { type Observation, seen } from "#lab-kit/observation.ts";
import { type Chapter, storyOf } from "./story.ts";

/** What an answer is read from: any run of this lab. */
export interface SeenRun {
  observations: readonly Observation[];
}

type Answer = (run: SeenRun) => string[];

const rowsOf = ({ after }: Pick<Chapter, "after">): readonly KernelTcpSocket[] =>
  after.kernel ?? [];

/** Rows when the run ended; `undefined` where the kernel said nothing. */
const lastRows = ({ observations }: SeenRun): readonly KernelTcpSocket[] | undefined =>
  seen(observations, "kernel").at(-1)?.tcp;

/** A state as an id of an option: `fin-wait-2`; `no-row` when there is none. */
const stateId = (rows: readonly KernelTcpSocket[], name: string): string =>
  rows.find(({ socket }) => socket === name)?.state.toLowerCase() ?? "no-row";

const stateAtEnd =
  (name: string): Answer =>
  (run) => {
    const rows = lastRows(run);
    return rows ? [stateId(rows, name)] : [];
  };

/** The rows before the first call of this name; at the end if there is none. */
function rowsBefore(call: string, { observations }: SeenRun): readonly KernelTcpSocket[] {
  const story = storyOf(observations);
  const at = story.findIndex((chapter) => chapter.call.call === call);
  const chapter = at < 0 ? story.at(-1) : story[at - 1];
  return chapter ? rowsOf(chapter) : [];
}

/** The rows after the first call of this name that came back. */
function rowsAfter(call: string, { observations }: SeenRun): readonly KernelTcpSocket[] {
  const chapter = storyOf(observations).find((one) => one.call.call === call);
  return chapter ? rowsOf(chapter) : [];
}

const isUnaccepted = ({ inode, state, socket = "" }: KernelTcpSocket): boolean =>
  inode === 0 && socket.startsWith("S") && (state === "ESTABLISHED" || state === "CLOSE-WAIT");

/** Turns a run into answer keys: question to the ids of the options that came true. */
export const answers = {
  /** State of C1 when the server program had not called accept yet. */
  beforeAccept: (run) => [stateId(rowsBefore("accept", run), "C1")],
  /** State of C1 after the first shutdown. */
  afterShutdown: (run) => [stateId(rowsAfter("shutdown", run), "C1")],
  endClient: stateAtEnd("C1"),
  endServer: stateAtEnd("S1"),
  /** `client`, `server`: whose row is in TIME-WAIT at the end; `nobody`. */
  whoWaits: (run) => {
    const waiting = (lastRows(run) ?? []).filter(({ state }) => state === "TIME-WAIT");
    const has = (letter: string) => waiting.some(({ socket = "" }) => socket.startsWith(letter));
    const who = [...(has("C") ? ["client"] : []), ...(has("S") ? ["server"] : [])];
    return who.length > 0 ? who : ["nobody"];
  },
  /** The last error of a call, as an id: `econnrefused`; `none`. */
  lastError: ({ observations }) => {
    const failed = seen(observations, "socket-called").filter(({ error }) => error !== undefined);
    return [failed.at(-1)?.error?.toLowerCase().replaceAll("_", "-") ?? "none"];
  },
  /** `first` or `second`: which send on C1 failed; `neither`. */
  failedSend: ({ observations }) => {
    const sends = seen(observations, "socket-called").filter(({ call }) => call === "send");
    const at = sends.findIndex(({ error }) => error !== undefined);
    return [["first", "second"][at] ?? "neither"];
  },
  /** `bind` or `listen`: which call was the first that gave EADDRINUSE; `neither`. */
  failedCall: ({ observations }) => [
    seen(observations, "socket-called").find(({ error }) => error === "EADDRINUSE")?.call ??
      "neither",
  ],
  /** How many clients' connect came back, as digits. */
  connected: ({ observations }) => [
    String(
      seen(observations, "socket-called").filter(
        ({ call, error }) => call === "connect" && error === undefined,
      ).length,
    ),
  ],
  /** How many connections nobody held after the first accept, as digits. */
  unaccepted: (run) => [String(rowsAfter("accept", run).filter(isUnaccepted).length)],
  /** How many ports the server program's sockets had in the end, as digits. */
  serverPorts: (run) => {
    const own = (lastRows(run) ?? []).filter(({ socket = "" }) => !socket.startsWith("C"));
    return [String(new Set(own.map(({ localPort }) => localPort)).size)];
  },
} as const satisfies Record<string, Answer>;
