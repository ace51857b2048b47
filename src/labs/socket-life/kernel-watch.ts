import type { KernelTcpSocket } from "#lab-kit/kernel-socket.ts";
import type { Fact, NodeSocket } from "#lab-kit/observation.ts";
import type { TcpView } from "#lab-kit/server/net/kernel-tables.ts";

/** What the watch needs. */
export interface KernelWatchDeps {
  observe(fact: Fact): void;
  /** The kernel's rows of this bench; `undefined` where it has no such tables. */
  kernel(): Promise<TcpView | undefined>;
  /** Picks the rows of this run, and names them. */
  names: {
    named(rows: readonly KernelTcpSocket[]): KernelTcpSocket[];
    hasUnknown(rows: readonly KernelTcpSocket[]): boolean;
  };
  /** Asks the program what Node knows; resolves once that was taken. */
  askNode(): Promise<unknown>;
}

const againAfterMs = 25;
/** How often a table is read again that shows a state in passing. */
const mostAgain = 8;
/** States that end with the next segment: a table that shows one was read in the middle of it. */
const passing: ReadonlySet<string> = new Set(["SYN-RECEIVED", "FIN-WAIT-1", "CLOSING", "LAST-ACK"]);

const isPassing = (view: TcpView | undefined): boolean =>
  view?.tcp.some(({ state }) => passing.has(state)) ?? false;

const watchEveryMs = 300;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Observes the kernel's table after each call, and now and then between them, when it has changed. */
export class KernelWatch {
  readonly #deps: KernelWatchDeps;
  #last = "[]";
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: KernelWatchDeps) {
    this.#deps = deps;
    this.#timer = setInterval(() => void this.#glance(), watchEveryMs);
  }

  /** Looks at a table that was read after this call, and after what it set off. */
  async look(): Promise<void> {
    const before = await this.#deps.kernel();
    if (!before) {
      await this.#deps.askNode();
      return;
    }
    let view = await this.#after(before);
    for (let again = 0; again < mostAgain && view && isPassing(view); again += 1)
      view = await this.#after(view);
    this.#take(view);
  }

  /** A table that was read after that one. */
  async #after(before: TcpView): Promise<TcpView | undefined> {
    let view: TcpView | undefined = before;
    while (view?.atMs === before.atMs && this.#timer) {
      await pause(againAfterMs);
      view = await this.#deps.kernel();
    }
    return view;
  }

  /** What Node knows, as the program tells it. */
  takeNode(sockets: NodeSocket[]): void {
    if (this.#isNew(sockets)) this.#deps.observe({ what: "node-sockets", sockets });
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** In the middle of a call a row may have no name yet. Then the look after the call has to do. */
  async #glance(): Promise<void> {
    const view = await this.#deps.kernel();
    if (view && !isPassing(view) && !this.#deps.names.hasUnknown(view.tcp)) this.#take(view);
  }

  #take(view: TcpView | undefined): void {
    if (!view) return;
    const tcp = this.#deps.names.named(view.tcp);
    if (this.#isNew(tcp)) this.#deps.observe({ what: "kernel", tcp, udp: [] });
  }

  #isNew(rows: readonly object[]): boolean {
    const text = JSON.stringify(rows);
    if (!this.#timer || text === this.#last) return false;
    this.#last = text;
    return true;
  }
}
