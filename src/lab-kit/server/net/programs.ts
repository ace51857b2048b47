import { Worker } from "node:worker_threads";
import { type FromThread, monotonicMs, type ToThread } from "./thread-messages.ts";

/** Which program to run, and for whom. */
export interface ProgramOrder {
  /** Module that exports `open`, an `OpenProgram`. */
  module: URL;
  /** Loopback address of the bench. */
  address: string;
  mostSockets: number;
  /** Milliseconds since the bench was opened. */
  benchNowMs: number;
  /** Gets what the program says. */
  heard: (message: unknown) => void;
  /** The program threw, or its thread has ended. */
  failed: (reason: string) => void;
}

/** A program that runs for one bench. */
export interface RunningProgram {
  tell(message: unknown): void;
  /** Ends it with all its sockets. Resolves when they are closed. */
  close(): Promise<void>;
}

interface Entry {
  order: ProgramOrder;
  closed: () => void;
}

/**
 * Runs the socket programs of all benches in one thread beside the host, so that a burst of theirs
 * delays nobody's events. The thread begins with the first program, and a new one takes its place
 * if it dies.
 */
export class Programs {
  #thread: Worker | undefined;
  #last = 0;
  readonly #entries = new Map<number, Entry>();

  /** Number of programs that run. */
  get count(): number {
    return this.#entries.size;
  }

  open(order: ProgramOrder): RunningProgram {
    this.#last += 1;
    const program = this.#last;
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    this.#entries.set(program, { order, closed });
    const { module, address, mostSockets, benchNowMs } = order;
    const openedAtMs = monotonicMs() - benchNowMs;
    this.#post({ do: "open", program, module: module.href, address, mostSockets, openedAtMs });
    return {
      tell: (message) => {
        if (this.#entries.has(program)) this.#post({ do: "tell", program, message });
      },
      close: () => {
        if (this.#entries.has(program)) this.#post({ do: "close", program });
        return isClosed;
      },
    };
  }

  /** Ends the thread with all that runs in it. */
  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
    this.#endAll("the host stops");
  }

  #post(message: ToThread): void {
    this.#thread ??= this.#begin();
    this.#thread.postMessage(message);
  }

  #begin(): Worker {
    const thread = new Worker(new URL("./program-thread.ts", import.meta.url));
    thread.unref();
    thread.on("message", (message: FromThread) => this.#heard(message));
    thread.on("error", (error) => this.#ended(thread, String(error)));
    thread.on("exit", () => this.#ended(thread, "the thread of programs has ended"));
    return thread;
  }

  #heard(message: FromThread): void {
    const entry = this.#entries.get(message.program);
    if (!entry) return;
    if ("said" in message) entry.order.heard(message.said);
    else if ("failed" in message) entry.order.failed(message.failed);
    else {
      this.#entries.delete(message.program);
      entry.closed();
    }
  }

  #ended(thread: Worker, reason: string): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    this.#endAll(reason);
  }

  #endAll(reason: string): void {
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    for (const { order, closed } of entries) {
      closed();
      order.failed(reason);
    }
  }
}
