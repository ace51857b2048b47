import type { Bench } from "#lab-kit/server/define-lab-server.ts";
import { DatagramRun } from "./datagram-run.ts";
import type { Settings } from "./model.ts";

/** The run of a bench: one at a time, commands one after the other. */
export class OneRun {
  readonly #bench: Pick<Bench, "net" | "observe" | "flush">;
  #run: DatagramRun | undefined;
  #turn: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(bench: Pick<Bench, "net" | "observe" | "flush">) {
    this.#bench = bench;
  }

  /** Ends the run that is under way, tells what was seen of it, and begins another. */
  begin(settings: Settings): Promise<void> {
    return this.#next(async () => {
      await this.#end();
      this.#bench.flush();
      if (this.#isClosed) return;
      this.#run = new DatagramRun(this.#bench, settings);
      void this.#run.finish();
    });
  }

  stop(): Promise<void> {
    return this.#next(() => this.#end());
  }

  /** No other run will begin. */
  close(): Promise<void> {
    this.#isClosed = true;
    return this.stop();
  }

  async #end(): Promise<void> {
    await this.#run?.close();
    this.#run = undefined;
  }

  #next(act: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(act);
    return this.#turn;
  }
}
