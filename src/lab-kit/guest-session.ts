import type { Result } from "#lib/result.ts";
import { ControlChannel, type ControlState } from "./control.ts";
import type { EndReason } from "./end-reasons.ts";
import type { Failure } from "./failures.ts";
import type { GuestFact } from "./kit-contract.ts";
import type { Leases } from "./leases.ts";
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
  /** WebSocket is blocked and the browser has no other connection left; or that is over. */
  waits?(isWaiting: boolean): void;
  url?: string;
  leases?: Leases;
}

interface Opened {
  who: string;
  seat: string;
  shared: Record<string, unknown>;
}

const reportEveryMs = 50;
const reported: readonly string[] = ["emitted", "sent", "arrived", "handled", "ack-received"];

/**
 * A bench as a second device sees it: one client, and reports of what that client saw. A guest that
 * has been there comes back by itself after its network broke.
 */
export class GuestSession {
  readonly #options: GuestOptions;
  readonly #control: ControlChannel;
  readonly #observer: PageObserver;
  #subject: Subject | undefined;
  #facts: GuestFact[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasJoined = false;
  #isClosed = false;
  readonly #waiting = new Set<string>();

  constructor(options: GuestOptions) {
    this.#options = options;
    this.#observer = new PageObserver((seen) => this.#saw(seen));
    const { lab, build, bench, state, url, leases } = options;
    this.#control = new ControlChannel({
      auth: { lab, bench, build },
      clockCommand: "guest-clock",
      ...(url !== undefined && { url }),
      ...(leases && { leases }),
      hooks: {
        state,
        refused: (failure, isRetried) => this.#refused(failure, isRetried),
        ended: (reason) => {
          this.close();
          options.ended(reason);
        },
        connected: () => this.#connected(),
        notice: (name, notice) => {
          if (name === "shared") options.shared(notice as Record<string, unknown>);
        },
        waits: (isWaiting) => this.#waits("page", isWaiting),
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
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#subject?.close();
    this.#control.close();
  }

  async #connected(): Promise<boolean> {
    const opened: Result<Opened, Failure> = await this.#control.command("guest-open", {});
    if (this.#isClosed) return false;
    if (!opened.ok) {
      this.#refused(opened.failure, true);
      return false;
    }
    this.#hasJoined = true;
    this.#subject?.close();
    this.#subject = this.#openSubject(opened.value);
    this.#options.shared(opened.value.shared);
    return true;
  }

  #openSubject({ who, seat }: Opened): Subject {
    const { bench, url, leases } = this.#options;
    return openSubject({
      who,
      bench,
      seat,
      observer: this.#observer,
      control: () => this.#control.transport,
      waits: (isWaiting) => this.#waits(who, isWaiting),
      ...(url !== undefined && { url }),
      ...(leases && { leases }),
    });
  }

  /** The host may take a while to see that the connection before is dead. */
  #refused(failure: Failure, isRetried: boolean): void {
    if (this.#hasJoined && isRetried) this.#options.state("lost");
    else this.#options.refused(failure);
  }

  #waits(who: string, isWaiting: boolean): void {
    if (isWaiting) this.#waiting.add(who);
    else this.#waiting.delete(who);
    this.#options.waits?.(this.#waiting.size > 0);
  }

  #saw(seen: Observation): void {
    this.#options.observed(seen);
    if (this.#isClosed || !reported.includes(seen.what)) return;
    const { what, seq, atMs } = seen;
    this.#facts.push({ what, seq, atMs } as GuestFact);
    this.#reportSoon();
  }

  #reportSoon(): void {
    if (!this.#isClosed) this.#timer ??= setTimeout(() => void this.#report(), reportEveryMs);
  }

  async #report(): Promise<void> {
    this.#timer = undefined;
    const { offset } = this.#control.clock;
    const facts = this.#facts.splice(0, 50);
    if (offset) await this.#control.command("guest-report", { ...offset, facts });
    if (this.#facts.length > 0) this.#reportSoon();
  }
}
