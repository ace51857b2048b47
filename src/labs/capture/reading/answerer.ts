import type { AskName, Asks, Question, Reply } from "../protocol.ts";
import { CaptureSession } from "./capture-session.ts";
import { StaleTask, type Task } from "./task.ts";

/** Answers the page's questions. A newer one ends an older one of the same name. */
export class Answerer {
  readonly #tell: (reply: Reply) => void;
  readonly #newest = new Map<AskName, number>();
  #session: CaptureSession | undefined;

  constructor(tell: (reply: Reply) => void) {
    this.#tell = tell;
  }

  async take(question: Question): Promise<void> {
    const { id, name } = question;
    this.#newest.set(name, id);
    try {
      const answer = await this.#answer(question, this.#taskOf(question));
      this.#tell({ id, kind: "answer", answer });
    } catch (error) {
      if (error instanceof StaleTask) this.#tell({ id, kind: "stale" });
      else this.#tell({ id, kind: "failed", message: String(error) });
    }
  }

  #taskOf({ id, name }: Question): Task {
    return {
      progress: (progress) => this.#tell({ id, kind: "progress", progress }),
      isStale: () => this.#newest.get(name) !== id,
    };
  }

  async #answer({ name, ask }: Question, task: Task): Promise<Asks[AskName]["answer"]> {
    if (name === "open") {
      this.#session = await CaptureSession.open(ask.file, task);
      return this.#session.overview();
    }
    const session = this.#session;
    if (!session) throw new Error(`${name}: no capture is open`);
    if (name === "filter") return session.filter(ask.filter, task);
    if (name === "rows") return session.rows(ask.from, ask.to);
    if (name === "packet") return session.packet(ask.index, task);
    if (name === "place") return session.place(ask.index);
    return session.conversation(ask.index);
  }
}
