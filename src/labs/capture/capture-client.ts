import type { AskName, Asks, Progress, Question, Reply } from "./protocol.ts";

/** What carries questions and replies: a worker. */
export interface CapturePort {
  postMessage(question: Question): void;
  /** Says who takes replies, and who is told when the worker cannot go on. */
  listen(take: (reply: Reply) => void, fail: () => void): void;
  terminate(): void;
}

interface Waiting {
  resolve(answered: Answered<Asks[AskName]["answer"]>): void;
  progress: ((progress: Progress) => void) | undefined;
}

/** `gone`: not wanted any more. `failed`: the worker could not. */
export type Answered<Answer> =
  | { kind: "answer"; answer: Answer }
  | { kind: "gone" }
  | { kind: "failed" };

/** Asks the worker, which is made when it is first asked. */
export class CaptureClient {
  readonly #make: () => CapturePort;
  readonly #waiting = new Map<number, Waiting>();
  #port: CapturePort | undefined;
  #count = 0;

  constructor(make: () => CapturePort) {
    this.#make = make;
  }

  ask<Name extends AskName>(
    name: Name,
    ask: Asks[Name]["ask"],
    progress?: (progress: Progress) => void,
  ): Promise<Answered<Asks[Name]["answer"]>> {
    this.#port ??= this.#started();
    const id = ++this.#count;
    const answered = new Promise<Answered<Asks[AskName]["answer"]>>((resolve) => {
      this.#waiting.set(id, { resolve, progress });
    });
    this.#port.postMessage({ id, name, ask } as Question);
    return answered as Promise<Answered<Asks[Name]["answer"]>>;
  }

  /** Ends the worker and everything that it was asked. The next question makes a new one. */
  stop(): void {
    this.#end("gone");
  }

  #started(): CapturePort {
    const port = this.#make();
    port.listen(
      (reply) => this.#take(reply),
      () => this.#end("failed"),
    );
    return port;
  }

  #end(kind: "gone" | "failed"): void {
    this.#port?.terminate();
    this.#port = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { resolve } of waiting) resolve({ kind });
  }

  #take(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if (reply.kind === "progress") {
      waiting.progress?.(reply.progress);
      return;
    }
    this.#waiting.delete(reply.id);
    if (reply.kind === "answer") waiting.resolve({ kind: "answer", answer: reply.answer });
    else waiting.resolve({ kind: reply.kind === "stale" ? "gone" : "failed" });
  }
}
