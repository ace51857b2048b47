import type { Fact } from "#lab-kit/observation.ts";
import type { Bench } from "#lab-kit/server/define-lab-server.ts";
import type { TcpView } from "#lab-kit/server/net/kernel-tables.ts";
import type { RunningProgram } from "#lab-kit/server/net/programs.ts";
import { KernelWatch } from "./kernel-watch.ts";
import { programOf, type SocketName } from "./model.ts";
import { SocketNames } from "./socket-names.ts";
import type { Order, Refusal, Said, Told } from "./told.ts";

type Answer = Refusal | "gone" | undefined;

/** One run: its program with sockets of its own, and the watch on the kernel's table. */
export class LifeRun {
  readonly #bench: Pick<Bench, "observe">;
  readonly #program: RunningProgram;
  readonly #watch: KernelWatch;
  readonly #names = new SocketNames();
  readonly #asked = new Map<number, (answer: Answer) => void>();
  #last = 0;
  #isClosed = false;

  constructor(bench: Pick<Bench, "net" | "observe">, kernel: () => Promise<TcpView | undefined>) {
    this.#bench = bench;
    this.#program = bench.net.run(new URL("./program.ts", import.meta.url), (said) =>
      this.#heard(said as Said),
    );
    this.#watch = new KernelWatch({
      observe: (fact) => bench.observe("kernel", fact),
      kernel,
      names: this.#names,
      askNode: () => this.#ask((look) => ({ look })),
    });
  }

  /** Makes one call and looks at the table after it. @returns why there was none */
  async act(step: Omit<Order, "order">): Promise<Exclude<Answer, "gone">> {
    const answer = await this.#ask((order) => ({ ...step, order }));
    if (answer === "gone") return undefined;
    await this.#watch.look();
    return answer;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#watch.stop();
    for (const answer of this.#asked.values()) answer("gone");
    this.#asked.clear();
    await this.#program.close();
  }

  #ask(make: (ask: number) => Told): Promise<Answer> {
    if (this.#isClosed) return Promise.resolve("gone");
    this.#last += 1;
    const ask = this.#last;
    return new Promise((resolve) => {
      this.#asked.set(ask, resolve);
      this.#program.tell(make(ask));
    });
  }

  #answered(ask: number, answer: Answer): void {
    const asked = this.#asked.get(ask);
    this.#asked.delete(ask);
    asked?.(answer);
  }

  #heard(said: Said): void {
    if ("order" in said) this.#answered(said.order, said.refused);
    else if ("look" in said) {
      this.#watch.takeNode(said.sockets);
      this.#answered(said.look, undefined);
    } else if ("waits" in said) {
      this.#names.wait(said.waits);
      this.#observe({ what: "socket-waits", ...said.waits }, said.atMs);
    } else {
      this.#names.learn(said.called);
      this.#observe({ what: "socket-called", ...said.called }, said.atMs);
    }
  }

  #observe(fact: Fact & { socket: string }, atMs: number): void {
    this.#bench.observe(programOf(fact.socket as SocketName), fact, atMs);
  }
}
