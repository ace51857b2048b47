import { signal } from "@preact/signals";
import { BenchLab } from "#lab-kit/bench-lab.ts";
import type { FailureText } from "#lab-kit/failures.ts";
import type { Observation } from "#lab-kit/observation.ts";
import type { Run } from "#lab-kit/recording.ts";
import type { echoContract } from "./contract.ts";

interface Settings {
  times: number;
}

/** The echo lab without its looks. */
export class EchoLab {
  readonly times = signal<"1" | "2" | "3">("1");
  readonly bench: BenchLab<typeof echoContract, Settings>;

  constructor(failures: Readonly<Record<string, FailureText>>, ended: (run: Run) => void) {
    this.bench = new BenchLab<typeof echoContract, Settings>({
      lab: "echo",
      subjects: ["Ann"],
      failures,
      isComplete,
      ended,
      ready: () => this.bench.session.subjects.get("Ann")?.listen("said"),
    });
  }

  open(): void {
    this.bench.open();
  }

  close(): void {
    this.bench.close();
  }

  /** Ann says hello; the server says it back as often as is set. */
  async say(): Promise<void> {
    const { session, recorder, problem } = this.bench;
    const times = Number(this.times.value);
    const answer = await session.command("repeat", { times });
    const ann = session.subjects.get("Ann");
    if (!answer.ok) return this.bench.failed(answer.failure);
    problem.value = undefined;
    if (!ann) return;
    recorder.begin({ times });
    ann.call("say", () => ann.socket.emit("say", "hello"));
  }
}

/** The run is over when as many answers have been handled as were ordered. */
const isComplete = (observations: readonly Observation[], { times }: Settings): boolean =>
  observations.filter(({ what }) => what === "handled").length === times;
