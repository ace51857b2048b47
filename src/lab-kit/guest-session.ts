import type { Result } from "#lib/result.ts";
import { ControlChannel, type ControlState } from "./control.ts";
import type { EndReason } from "./end-reasons.ts";
import type { Failure } from "./failures.ts";
import type { GuestFact } from "./kit-contract.ts";
import type { Clocks, Observation } from "./observation.ts";
import { PageObserver } from "./observer.ts";
import { openSubject, type Subject } from "./subject.ts";

/** What a guest's page shows and hears. */
export interface GuestOptions {
  lab: string;
  build: string;
  /** Key of the bench, from the link. */
  bench: string;
  state(state: ControlState): void;
  refused(failure: Failure): void;
  ended(reason: EndReason): void;
  /** What the owner's page shares; again after each change. */
  shared(state: Record<string, unknown>): void;
  observed(observation: Observation): void;
  url?: string;
}

interface Opened {
  who: string;
  seat: string;
  shared: Record<string, unknown>;
}

const reportEveryMs = 50;
const reported: readonly string[] = ["emitted", "sent", "arrived", "handled", "ack-received"];

/** A bench as a second device sees it: one client, and reports of what that client saw. */
export class GuestSession {
  readonly #options: GuestOptions;
  readonly #control: ControlChannel;
  readonly #observer: PageObserver;
  #subject: Subject | undefined;
  #facts: GuestFact[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: GuestOptions) {
    this.#options = options;
    this.#observer = new PageObserver((seen) => this.#saw(seen));
    const { lab, build, bench, state, refused, ended, url } = options;
    this.#control = new ControlChannel({
      auth: { lab, bench, build },
      clockCommand: "guest-clock",
      ...(url !== undefined && { url }),
      hooks: {
        state,
        refused,
        ended: (reason) => {
          this.close();
          ended(reason);
        },
        connected: () => this.#connected(),
        notice: (name, notice) => {
          if (name === "shared") options.shared(notice as Record<string, unknown>);
          if (name === "observed")
            for (const seen of notice as Observation[]) options.observed(seen);
        },
      },
    });
  }

  get subject(): Subject | undefined {
    return this.#subject;
  }

  get clocks(): Clocks {
    const { offset } = this.#control.clock;
    return offset ? { page: offset } : {};
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#subject?.close();
    this.#control.close();
  }

  async #connected(): Promise<boolean> {
    const opened: Result<Opened, Failure> = await this.#control.command("guest-open", {});
    if (!opened.ok) {
      this.#options.refused(opened.failure);
      return false;
    }
    const { who, seat, shared } = opened.value;
    this.#subject?.close();
    const { bench, url } = this.#options;
    const where = url === undefined ? {} : { url };
    this.#subject = openSubject({ who, bench, seat, observer: this.#observer, ...where });
    this.#options.shared(shared);
    return true;
  }

  #saw(seen: Observation): void {
    this.#options.observed(seen);
    if (!reported.includes(seen.what)) return;
    const { what, seq, atMs } = seen;
    this.#facts.push({ what, seq, atMs } as GuestFact);
    this.#timer ??= setTimeout(() => void this.#report(), reportEveryMs);
  }

  async #report(): Promise<void> {
    this.#timer = undefined;
    const { offset } = this.#control.clock;
    const facts = this.#facts.splice(0, 50);
    if (offset) await this.#control.command("guest-report", { ...offset, facts });
  }
}
