import { isDeepStrictEqual } from "node:util";
import type { KernelTcpSocket } from "#lab-kit/kernel-socket.ts";
import type { Bench } from "#lab-kit/server/define-lab-server.ts";
import type { RunningProgram } from "#lab-kit/server/net/programs.ts";
import type { Figures, Said, Told } from "./messages.ts";
import { readerName, type Settings, writerName } from "./model.ts";

const program = new URL("./program.ts", import.meta.url);

/** What Node and the kernel hold, at one moment. */
interface Standing {
  figures: Figures;
  tcp: KernelTcpSocket[] | undefined;
}

/** Longer than a view of the kernel's table is kept, and than an acknowledgement may be delayed. */
const lookAgainMs = 110;
const mostLooks = 30;

/** Runs one transfer after the other, and looks where the bytes are while the reader has stopped. */
export class TransferDesk {
  readonly #bench: Pick<Bench, "net" | "observe" | "flush">;
  #program: RunningProgram | undefined;
  #run = 0;
  #ports = { writer: 0, reader: 0 };
  #measured: (figures: Figures) => void = () => undefined;

  constructor(bench: Pick<Bench, "net" | "observe" | "flush">) {
    this.#bench = bench;
  }

  begin(settings: Settings): void {
    this.#program ??= this.#bench.net.run(program, (said) => this.#heard(said as Said));
    this.#run += 1;
    this.#tell({ do: "begin", run: this.#run, settings });
  }

  /** What still runs is ended, and nothing of it is heard any more. */
  stop(): void {
    this.#run += 1;
    this.#tell({ do: "stop" });
  }

  #tell(told: Told): void {
    this.#program?.tell(told);
  }

  #heard(said: Said): void {
    if (said.run !== this.#run) return;
    if ("fact" in said) this.#bench.observe(said.where, said.fact, said.atMs);
    else if ("ports" in said) this.#ports = said.ports;
    else if ("figures" in said) this.#measured(said.figures);
    else if ("isStuck" in said) void this.#watchStanding(said.run);
    else this.#over();
  }

  #over(): void {
    this.#bench.observe("server", { what: "returned", event: "the run" });
    this.#bench.flush();
  }

  /** Tells where the bytes are as soon as nothing moves any more, then lets the reader go on. */
  async #watchStanding(run: number): Promise<void> {
    const standing = await this.#still(run);
    if (run !== this.#run) return;
    this.#observe(standing);
    this.#tell({ do: "resume", run });
  }

  /** The kernel's table takes milliseconds to read: it is, once what Node holds stays the same. */
  async #still(run: number): Promise<Standing> {
    let before = await this.#figures(run);
    for (let looks = 1; looks < mostLooks && run === this.#run; looks += 1) {
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
      const figures = await this.#figures(run);
      if (isDeepStrictEqual(before, figures)) break;
      before = figures;
    }
    const view = await this.#bench.net.kernelTcp();
    return { figures: before, tcp: view?.tcp };
  }

  #figures(run: number): Promise<Figures> {
    const measured = new Promise<Figures>((resolve) => {
      this.#measured = resolve;
    });
    this.#tell({ do: "measure", run });
    return measured;
  }

  #observe({ figures, tcp }: Standing): void {
    const held = (where: string, sizeBytes: number): void =>
      this.#bench.observe(where, { what: "held", sizeBytes });
    held(writerName, figures.writerHolds);
    held(readerName, figures.readerHolds);
    if (!tcp) return;
    const ours = tcp.flatMap((row) => this.#named(row));
    this.#bench.observe("kernel", { what: "kernel", tcp: ours, udp: [] });
  }

  /** The two ends of this connection. */
  #named(row: KernelTcpSocket): KernelTcpSocket[] {
    const { writer, reader } = this.#ports;
    const { localPort, remotePort } = row;
    if (localPort === writer && remotePort === reader) return [{ ...row, socket: writerName }];
    if (localPort === reader && remotePort === writer) return [{ ...row, socket: readerName }];
    return [];
  }
}
