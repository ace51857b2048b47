import type { Bench } from "#lab-kit/server/define-lab-server.ts";
import type { Settings } from "./model.ts";
import type { Progress, Said, Told } from "./program-messages.ts";
import { type Settled, settle } from "./settle.ts";

type BenchPart = Pick<Bench, "net" | "observe" | "flush">;

/** One run of the lab's program on a bench, from its first socket to the last row of the kernel. */
export class DatagramRun {
  readonly #bench: BenchPart;
  readonly #program: ReturnType<Bench["net"]["run"]>;
  #answered: ((progress: Progress | undefined) => void) | undefined;
  #isClosed = false;

  constructor(bench: BenchPart, settings: Settings) {
    this.#bench = bench;
    this.#program = bench.net.run(new URL("./program.ts", import.meta.url), (said) =>
      this.#heard(said as Said),
    );
    this.#tell({ do: "run", settings });
  }

  /** Resolves when the run is over and told, or was closed. */
  async finish(): Promise<void> {
    const settled = await settle({
      kernel: () => this.#bench.net.kernelUdp(),
      progress: () => this.#progress(),
      isClosed: () => this.#isClosed,
    });
    if (this.#isClosed) return;
    if (settled?.kernel) this.#tellKernel(settled);
    if (settled) this.#bench.observe("server", { what: "returned", event: "run" });
    this.#bench.flush();
    await this.close();
  }

  /** Ends it with its sockets. What it says from now on is not heard. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#answered?.(undefined);
    await this.#program.close();
  }

  #tell(message: Told): void {
    this.#program.tell(message);
  }

  #progress(): Promise<Progress | undefined> {
    if (this.#isClosed) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#tell({ do: "progress" });
    });
  }

  #heard(said: Said): void {
    if (this.#isClosed) return;
    if ("progress" in said) this.#answered?.(said.progress);
    else this.#bench.observe(said.where, said.fact, said.atMs);
  }

  /** The rows of the run's UDP sockets, under their names. */
  #tellKernel({ kernel, progress }: Settled): void {
    const names = new Map(Object.entries(progress.ports).map(([name, port]) => [port, name]));
    const udp = (kernel?.udp ?? []).flatMap((row) => {
      const socket = names.get(row.localPort);
      return socket === undefined ? [] : [{ ...row, socket }];
    });
    this.#bench.observe("kernel", { what: "kernel", tcp: [], udp });
  }
}
