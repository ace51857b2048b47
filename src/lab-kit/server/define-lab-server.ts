import type { Server, Socket } from "socket.io";
import type { Result } from "#lib/result.ts";
import type {
  CheckedPayloadOf,
  CommandName,
  Contract,
  FailureOf,
  NoticeName,
  NoticeOf,
  ReplyOf,
} from "../contract.ts";
import type { Fact } from "../observation.ts";
import type { BenchIoOptions } from "./bench-io.ts";
import type { Line } from "./line.ts";
import type { BenchNet } from "./net/bench-net.ts";
import type { Routes } from "./routes.ts";
import type { TapKeeps } from "./tap/subject-tap.ts";

/** What a lab's server half gets of its bench. It reaches no other bench and no global clock. */
export interface Bench<C extends Contract = Contract> {
  /** This bench's own Socket.IO server: `io.emit` means exactly this bench. */
  readonly io: Server;
  /** This bench's sockets in the machine's kernel, beside those of Socket.IO. */
  readonly net: Pick<BenchNet, "address" | "run" | "kernelTcp" | "kernelUdp">;
  /** Milliseconds since the bench was opened. */
  now(): number;
  /** A number in [0, 1). */
  random(): number;
  /**
   * Records one fact of the server side. It reaches the page within 50 ms.
   *
   * @param atMs when it happened on the bench's clock; now by default
   */
  observe(where: string, fact: Fact, atMs?: number): void;
  /** Sends what was observed so far to the page as soon as the events themselves are out. */
  flushSoon(): void;
  notify<N extends NoticeName<C>>(name: N, notice: NoticeOf<C, N>): void;
  /** What the guest's page may know. The newest one is kept for a guest who joins later. */
  share(state: object): void;
  /**
   * Taps the subjects' connections from now on, or stops. Their bytes are observed as `tapped`, or
   * only their number, as `counted`; `bytes-and-ends` tells the ports, too. Each call gives the bench its whole budget of bytes to keep.
   * A lab that taps calls this first when it opens: connections from before its first call are not
   * tapped. The guest's never are.
   */
  tap(isOn: boolean, keeps?: TapKeeps): void;
  /**
   * The connected sockets under study in a namespace, `/` by default, by subject's name; the newest
   * if there are two.
   */
  subjects(namespace?: string): ReadonlyMap<string, Socket>;
  /** What becomes of its subjects' WebSocket upgrades from now on; `free` at first. */
  treatUpgrades(treatment: UpgradeTreatment): void;
  /** Which subject's socket this is, by its seat; `undefined` for a stranger's. */
  whoIs(socket: Socket): string | undefined;
  /**
   * Prepares the Socket.IO server: this one now, and each that a restart brings. Middlewares that
   * are added here come after the bench's own, and may be skipped for clients that are recovered.
   */
  onServer(prepare: (io: Server) => void): void;
  /**
   * The network between this subject's client and the bench, if the lab's options have lines and
   * it is a subject of the lab.
   */
  line(who: string): Line | undefined;
  /**
   * Closes the bench's Socket.IO server and opens a new one, with these options over those of the
   * lab. What the old one had in memory is gone. @returns false while another restart is underway
   */
  restart(options?: BenchIoOptions): Promise<boolean>;
  /** Sends what was observed so far to the page now, before the answer to a command. */
  flush(): void;
  onClose(close: () => void | Promise<void>): void;
}

/**
 * What a bench does with its subjects' WebSocket upgrades, as networks do: it lets them through,
 * refuses them with an HTTP status, or swallows them, so that no answer ever comes.
 */
export type UpgradeTreatment = "free" | "refused" | "swallowed";

/** One function per command. */
export type Handlers<C extends Contract> = {
  [N in CommandName<C>]: (
    payload: CheckedPayloadOf<C, N>,
  ) => Result<ReplyOf<C, N>, FailureOf<C, N>> | Promise<Result<ReplyOf<C, N>, FailureOf<C, N>>>;
};

/** What a bench's guest may send. */
export interface GuestRules {
  /** Whether this event of the guest is let through. */
  may(event: string, args: readonly unknown[], namespace: string): boolean;
  /** Name of the one event that the guest's reports are about. */
  event(): string;
}

/** What one bench answers to; what is absent, nobody may use. */
export interface LabHalf<C extends Contract> {
  handlers: Handlers<C>;
  guest?: GuestRules;
  /** What its subjects may reach beside Socket.IO. */
  routes?: Routes;
}

/** The server half of a lab, as the host's list holds it. */
export interface LabServer {
  contract: Contract;
  io: BenchIoOptions;
  open(bench: Bench): LabHalf<Contract>;
}

/**
 * Declares the server half of a lab. `open` runs once for each bench.
 *
 * @param io options of the bench's Socket.IO server
 */
export function defineLabServer<const C extends Contract>(
  contract: C,
  open: (bench: Bench<C>) => LabHalf<C>,
  io: BenchIoOptions = {},
): LabServer {
  // The list of labs is of mixed contracts; `attach` checks each payload by its schema before it
  // calls a handler, which is what makes this widening sound.
  return { contract, io, open: open as unknown as LabServer["open"] };
}
