import { signal } from "@preact/signals";
import type { LabState } from "#lab-kit/bench-session.ts";
import { endReasons } from "#lab-kit/end-reasons.ts";
import { type FailureText, failureText } from "#lab-kit/failures.ts";
import { GuestSession } from "#lab-kit/guest-session.ts";
import type { Clocks, Observation } from "#lab-kit/observation.ts";
import { pageBuild } from "#lab-kit/page-build.ts";
import { pageLane, unleasedText } from "#lab-kit/unleased-text.ts";
import { guestName, readPayload } from "./model.ts";

const newRunAfterMs = 800;
const mostKept = 200;

/** What the owner's page lets a guest know. */
interface Shared {
  event: string;
  payload: string;
  /** Where the owner's run is; a guest is in `/` alone. */
  namespace: string;
}

/** The second device's part of the emit lab, without its looks. */
export class EmitGuest {
  readonly stage = signal<"asked" | "joined" | "left">("asked");
  readonly state = signal<LabState>("static");
  readonly shared = signal<Shared | undefined>(undefined);
  readonly observations = signal<readonly Observation[]>([]);
  readonly problem = signal<FailureText | undefined>(undefined);
  readonly status = signal("");
  readonly #bench: string;
  readonly #failures: Readonly<Record<string, FailureText>>;
  #session: GuestSession | undefined;
  #lastSeenMs = Number.NEGATIVE_INFINITY;

  constructor(bench: string, failures: Readonly<Record<string, FailureText>>) {
    this.#bench = bench;
    this.#failures = failures;
  }

  get clocks(): Clocks {
    return this.#session?.clocks ?? {};
  }

  join(): void {
    this.problem.value = undefined;
    this.stage.value = "joined";
    this.state.value = "connecting";
    this.#session = new GuestSession({
      lab: "emit",
      build: pageBuild(),
      bench: this.#bench,
      state: (state) => {
        this.state.value = state;
      },
      refused: (failure) => this.#end(failureText(failure, this.#failures)),
      ended: (reason) =>
        this.#end({
          says: endReasons[reason],
          next: "Ask for a new link, or open your own bench.",
        }),
      shared: (state) => this.#share(state),
      observed: (seen) => this.#saw(seen),
      waits: (isWaiting) => {
        this.problem.value = isWaiting ? unleasedText([pageLane]) : undefined;
      },
    });
  }

  emit(): void {
    const subject = this.#session?.subject;
    const shared = this.shared.value;
    const data = shared && readPayload(shared.payload);
    if (!subject || !shared || !data?.ok) return;
    this.#lastSeenMs = Number.NEGATIVE_INFINITY;
    subject.call(shared.event, () => subject.socket.emit(shared.event, data.value));
    this.status.value = `${guestName} emitted ${shared.event}.`;
  }

  leave(): void {
    this.#session?.close();
    this.#session = undefined;
    this.state.value = "static";
    if (this.stage.value === "joined") this.stage.value = "left";
  }

  #share({ event, payload, namespace }: Record<string, unknown>): void {
    if (typeof event !== "string" || typeof payload !== "string") return;
    if (typeof namespace !== "string") return;
    this.shared.value = { event, payload, namespace };
    this.#session?.subject?.listen(event);
  }

  /** Somebody else's event begins a new drawing when the last one is old. */
  #saw(seen: Observation): void {
    const now = performance.now();
    const isNew = now - this.#lastSeenMs > newRunAfterMs;
    this.#lastSeenMs = now;
    const kept = isNew ? [] : this.observations.value.slice(-mostKept);
    this.observations.value = [...kept, seen];
    if (seen.what === "handled") this.status.value = `${guestName} received ${seen.event}.`;
  }

  #end(problem: FailureText): void {
    this.leave();
    this.problem.value = problem;
  }
}
