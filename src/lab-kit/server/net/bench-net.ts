import type { TcpView, UdpView } from "./kernel-tables.ts";
import type { NetHost } from "./net-host.ts";
import type { RunningProgram } from "./programs.ts";

/** What a bench's sockets need of their bench. */
export interface BenchNetDeps {
  host: NetHost;
  mostSockets: number;
  /** Milliseconds since the bench was opened. */
  nowMs: () => number;
  /** Gets what a program throws, or why its thread has ended. */
  failed: (reason: string) => void;
}

/** Programs of one bench at once: the one that runs, and some that are ending. */
const mostPrograms = 4;

/** The sockets that one bench has in the machine's kernel, and what the kernel says of them. */
export class BenchNet {
  readonly #deps: BenchNetDeps;
  readonly #running = new Set<RunningProgram>();
  #address: string | undefined;
  #isClosed = false;

  constructor(deps: BenchNetDeps) {
    this.#deps = deps;
  }

  /** Loopback address of this bench, taken when it is first asked for. Throws once it has ended. */
  get address(): string {
    if (this.#isClosed) throw new Error("sockets = closed, the bench has ended");
    this.#address ??= this.#deps.host.addresses.take();
    return this.#address;
  }

  /**
   * Runs a program beside the host. It ends with the bench. Throws when the bench has ended, or
   * runs four already.
   *
   * @param module exports `open`, an `OpenProgram`
   * @param heard gets what the program says
   */
  run(module: URL, heard: (message: unknown) => void): RunningProgram {
    const { host, mostSockets, nowMs, failed } = this.#deps;
    const { address } = this;
    if (this.#running.size >= mostPrograms) throw new Error(`programs = ${mostPrograms}, no more`);
    const order = { module, address, mostSockets, benchNowMs: nowMs(), heard, failed };
    const program = host.programs.open(order);
    this.#running.add(program);
    const close = async () => {
      await program.close();
      this.#running.delete(program);
    };
    return { tell: program.tell, close };
  }

  /** What the kernel says of this bench's TCP sockets now; `undefined` where it has no such table. */
  async kernelTcp(): Promise<TcpView | undefined> {
    return this.#isClosed ? undefined : this.#deps.host.tables.tcpOf(this.address);
  }

  /** The same of its UDP sockets. */
  async kernelUdp(): Promise<UdpView | undefined> {
    return this.#isClosed ? undefined : this.#deps.host.tables.udpOf(this.address);
  }

  /** Ends all programs with their sockets, and gives the address back. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#running].map((program) => program.close()));
    if (this.#address !== undefined) this.#deps.host.addresses.give(this.#address);
    this.#address = undefined;
  }
}
