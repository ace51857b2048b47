import { signal } from "@preact/signals";
import { BenchSession, type SessionView } from "#lab-kit/bench-session.ts";
import { type FailureText, failureText } from "#lab-kit/failures.ts";
import type { Observation } from "#lab-kit/observation.ts";
import { pageBuild } from "#lab-kit/page-build.ts";
import type { Run } from "#lab-kit/recording.ts";
import { RunRecorder, type ShownRun } from "#lab-kit/run-recorder.ts";
import type { echoContract } from "./contract.ts";

interface Settings {
  times: number;
}

/** The echo lab without its looks. */
export class EchoLab {
  readonly times = signal<"1" | "2" | "3">("1");
  readonly view = signal<SessionView>({ state: "static", guests: 0, seen: new Set() });
  readonly run = signal<ShownRun<Settings> | undefined>(undefined);
  readonly problem = signal<FailureText | undefined>(undefined);
  readonly #failures: Readonly<Record<string, FailureText>>;
  readonly #session: BenchSession<typeof echoContract>;
  readonly #recorder: RunRecorder<Settings>;

  constructor(failures: Readonly<Record<string, FailureText>>, ended: (run: Run) => void) {
    this.#failures = failures;
    this.#session = new BenchSession({
      lab: "echo",
      build: pageBuild(),
      subjects: ["Ann"],
      changed: (view) => {
        this.view.value = view;
      },
      observed: (seen) => this.#recorder.take(seen),
      ready: () => this.#session.subjects.get("Ann")?.listen("said"),
    });
    this.#recorder = new RunRecorder<Settings>({
      lab: "echo",
      clocks: () => this.#session.clocks,
      isComplete,
      presetOf: () => undefined,
      draw: (run) => {
        this.run.value = run;
      },
      ended,
    });
  }

  open(): void {
    this.#session.open();
  }

  close(): void {
    this.#session.close();
  }

  /** Ann says hello; the server says it back as often as is set. */
  async say(): Promise<void> {
    const times = Number(this.times.value);
    const answer = await this.#session.command("repeat", { times });
    this.problem.value = answer.ok ? undefined : failureText(answer.failure, this.#failures);
    const ann = this.#session.subjects.get("Ann");
    if (!answer.ok || !ann) return;
    this.#recorder.begin({ times });
    ann.call("say", () => ann.socket.emit("say", "hello"));
  }
}

/** The run is over when as many answers have been handled as were ordered. */
const isComplete = (observations: readonly Observation[], { times }: Settings): boolean =>
  observations.filter(({ what }) => what === "handled").length === times;
