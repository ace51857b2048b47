import { fail, type Result } from "#lib/result.ts";
import type { CommandName, Contract, FailureOf, PayloadOf, ReplyOf } from "./contract.ts";
import { ControlChannel } from "./control.ts";
import type { EndReason } from "./end-reasons.ts";
import type { Failure } from "./failures.ts";
import { newKeys } from "./keys.ts";
import type { ClockOffset, Clocks, Observation } from "./observation.ts";
import { PageObserver } from "./observer.ts";
import { openSubject, type Subject, type SubjectOptions } from "./subject.ts";

/** States of a lab, the same for all. */
export type LabState = "static" | "connecting" | "live" | "lost" | "replay";

/** What a bench is to the page at one moment. */
export interface SessionView {
  state: LabState;
  /** Why the server refused this page, if it did. */
  refusal?: Failure;
  /** Why the bench ended, if it did. */
  ended?: EndReason;
  guests: number;
  /** Subjects that the server sees as connected. */
  seen: ReadonlySet<string>;
}

/** What a session needs, and whom it tells. */
export interface SessionOptions {
  lab: string;
  build: string;
  subjects: readonly string[];
  /** Each change of the view. */
  changed(view: SessionView): void;
  /** Each observation, of either side, as it becomes known. */
  observed(observation: Observation): void;
  /** The bench is open, or open again after an interruption; its subjects are fresh. */
  ready(): Promise<void> | void;
  url?: string;
  /** Options of the clients under study. */
  client?: SubjectOptions["client"];
  watchesPackets?: boolean;
}

/**
 * One bench as its owner's page sees it: control channel, clients under study, clock. It heals by
 * itself: when the server comes back, it opens a new bench and fresh clients.
 */
export class BenchSession<C extends Contract> {
  readonly #options: SessionOptions;
  readonly #observer: PageObserver;
  #keys = newKeys();
  #control: ControlChannel | undefined;
  #subjects = new Map<string, Subject>();
  #guestClock: ClockOffset | undefined;
  #seats = "";
  #view: SessionView = { state: "static", guests: 0, seen: new Set() };

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#observer = new PageObserver((seen) => options.observed(seen));
  }

  get view(): SessionView {
    return this.#view;
  }

  /** Key that a link for a second device carries. */
  get benchKey(): string {
    return this.#keys.bench;
  }

  get subjects(): ReadonlyMap<string, Subject> {
    return this.#subjects;
  }

  get clocks(): Clocks {
    const page = this.#control?.clock.offset;
    return { ...(page && { page }), ...(this.#guestClock && { guest: this.#guestClock }) };
  }

  /** Opens the bench, if it is not open. */
  open(): void {
    if (this.#control) return;
    this.#show({ state: "connecting", seen: new Set(), guests: 0 });
    this.#control = new ControlChannel({
      auth: { lab: this.#options.lab, build: this.#options.build, ...this.#keys },
      clockCommand: "bench-clock",
      ...(this.#options.url !== undefined && { url: this.#options.url }),
      hooks: {
        state: (state) => this.#show({ state }),
        refused: (failure) => this.#refused(failure),
        connected: () => this.#connected(),
        ended: (reason) => this.#ended(reason),
        notice: (name, notice) => this.#noticed(name, notice),
      },
    });
  }

  /** Closes every connection of this bench. `open` starts a new one. */
  close(): void {
    this.#closeConnections();
    this.#keys = newKeys();
    this.#show({ state: "static", seen: new Set(), guests: 0 });
  }

  /** Sends one of the lab's own commands. */
  async command<N extends CommandName<C>>(
    name: N,
    payload: PayloadOf<C, N>,
  ): Promise<Result<ReplyOf<C, N>, FailureOf<C, N>>> {
    if (!this.#control) return fail({ code: "disconnected" });
    return (await this.#control.command(name, payload)) as Result<ReplyOf<C, N>, FailureOf<C, N>>;
  }

  /** Opens or ends the link for a second device. */
  async invite(isOpen: boolean): Promise<Result<object, Failure>> {
    if (!this.#control) return fail({ code: "disconnected" });
    return this.#control.command("bench-invite", { open: isOpen });
  }

  async #connected(): Promise<boolean> {
    const opened = await this.#control?.command<{ seats: Record<string, string> }>(
      "bench-open",
      {},
    );
    if (!opened?.ok) return false;
    this.#sit(opened.value.seats);
    await this.#options.ready();
    return true;
  }

  /** Same seats mean the same bench: its clients come back by themselves. */
  #sit(seats: Record<string, string>): void {
    const key = JSON.stringify(seats);
    if (key === this.#seats) return;
    this.#seats = key;
    for (const subject of this.#subjects.values()) subject.close();
    this.#subjects = new Map(
      this.#options.subjects.map((who) => [who, this.#openSubject(who, seats[who] ?? "")]),
    );
  }

  #openSubject(who: string, seat: string): Subject {
    const { url, client, watchesPackets = false } = this.#options;
    return openSubject({
      watchesPackets,
      who,
      bench: this.#keys.bench,
      seat,
      observer: this.#observer,
      ...(url !== undefined && { url }),
      ...(client && { client }),
    });
  }

  #noticed(name: string, notice: unknown): void {
    if (name === "observed") for (const seen of notice as Observation[]) this.#serverSaw(seen);
    else if (name === "guests") this.#show({ guests: (notice as { count: number }).count });
    else if (name === "guest-clock") this.#guestClock = notice as ClockOffset;
  }

  #serverSaw(seen: Observation): void {
    if (seen.what === "connected" || seen.what === "disconnected") {
      const now = new Set(this.#view.seen);
      if (seen.what === "connected") now.add(seen.where);
      else now.delete(seen.where);
      this.#show({ seen: now });
    }
    this.#options.observed(seen);
  }

  /** Somebody else holds this key: take another. Every other refusal is the reader's to know. */
  #refused(failure: Failure): void {
    this.#closeConnections();
    if (failure.code === "not-owner") {
      this.#keys = newKeys();
      this.open();
      return;
    }
    this.#show({ state: "lost", refusal: failure });
  }

  #ended(reason: EndReason): void {
    if (reason === "shutdown") return;
    this.#closeConnections();
    this.#keys = newKeys();
    this.#show({ state: "lost", ended: reason });
  }

  #closeConnections(): void {
    this.#control?.close();
    this.#control = undefined;
    for (const subject of this.#subjects.values()) subject.close();
    this.#subjects = new Map();
    this.#seats = "";
    this.#guestClock = undefined;
  }

  #show(change: Partial<SessionView>): void {
    const { refusal, ended, ...rest } = this.#view;
    const kept = change.state
      ? rest
      : { ...rest, ...(refusal && { refusal }), ...(ended && { ended }) };
    const seen = change.state === "lost" ? new Set<string>() : rest.seen;
    this.#view = { ...kept, seen, ...change };
    this.#options.changed(this.#view);
  }
}
