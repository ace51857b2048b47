import { fail, type Result } from "#lib/result.ts";
import type { CommandName, Contract, FailureOf, PayloadOf, ReplyOf } from "./contract.ts";
import { ControlChannel } from "./control.ts";
import type { EndReason } from "./end-reasons.ts";
import type { Failure } from "./failures.ts";
import type { NamespaceAuth } from "./joined-namespaces.ts";
import { KeptKeys, type KeyStore } from "./kept-keys.ts";
import type { Leases } from "./leases.ts";
import type { ClockOffset, Clocks, Observation } from "./observation.ts";
import { PageObserver } from "./observer.ts";
import { type OpenStream, RouteClient } from "./route-client.ts";
import { SeatedSubjects } from "./seated-subjects.ts";
import { openSubject, type Subject, type SubjectOptions } from "./subject.ts";
import { pageLane } from "./unleased-text.ts";
import { until } from "./until.ts";

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
  /** The link for a second device is open. */
  isLinkOpen: boolean;
  /** Subjects that the server sees as connected, in each namespace; see `seenAs`. */
  seen: ReadonlySet<string>;
  /**
   * Who stays disconnected because WebSocket is blocked and the browser has no other connection
   * left: names of subjects, and `page` for the page itself. Absent if nobody.
   */
  unleased?: readonly string[];
}

/** What a session needs, and whom it tells. */
export interface SessionOptions {
  lab: string;
  /** Which of several places of this lab it is, such as a preset: each keeps a bench of its own. */
  instance?: string;
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
  client?: SubjectOptions["client"] | ((who: string) => SubjectOptions["client"]);
  /** How packets are named in observations; by their event, by default. */
  nameOf?: SubjectOptions["nameOf"];
  watchesPackets?: boolean;
  /** The namespaces that a client under study may join beside `/`. */
  namespacesOf?(who: string): NamespaceAuth;
  leases?: Leases;
  /** Where the keys are kept; the tab's sessionStorage by default. */
  store?: KeyStore;
}

const noGuests = { guests: 0, isLinkOpen: false };
/** What is known before the bench is opened. */
export const firstView: SessionView = { state: "static", ...noGuests, seen: new Set() };
const reopenWithinMs = 4000;

/**
 * One bench as its owner's page sees it: control channel, clients under study, clock. It heals by
 * itself: when the server comes back, it opens a new bench and fresh clients. A bench that has
 * ended is replaced by a new one at the next use.
 */
export class BenchSession<C extends Contract> {
  readonly #options: SessionOptions;
  readonly #observer: PageObserver;
  readonly #keys: KeptKeys;
  readonly #subjects: SeatedSubjects;
  #control: ControlChannel | undefined;
  #isPageWaiting = false;
  /** New keys have been tried already, because others held the old ones. */
  #hasRenewed = false;
  #guestClock: ClockOffset | undefined;
  #view = firstView;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#observer = new PageObserver((seen) => this.#saw(seen));
    this.#keys = new KeptKeys(`${options.lab}:${options.instance ?? ""}`, options.store);
    this.#subjects = new SeatedSubjects(
      options.subjects,
      (who, seat, waits) => this.#openSubject(who, seat, waits),
      () => this.#show({}),
    );
  }

  get view(): SessionView {
    return this.#view;
  }

  /** Key that a link for a second device carries. */
  get benchKey(): string {
    return this.#keys.keys.bench;
  }

  get subjects(): ReadonlyMap<string, Subject> {
    return this.#subjects.byName;
  }

  /** Address of one of the bench's own routes in a subject's seat; undefined while there is no bench. */
  routeUrl(who: string, name: string): URL | undefined {
    const seat = this.#subjects.seatOf(who);
    const { lab, url = globalThis.location?.origin } = this.#options;
    if (seat === undefined || url === undefined) return undefined;
    const route = new URL(`/b/${lab}/${name}`, url);
    route.search = new URLSearchParams({ bench: this.benchKey, seat }).toString();
    return route;
  }

  /**
   * A client of the bench's own routes, which observes what it does under the name of `who`.
   *
   * @param seat whose seat it has, if that is another name
   */
  routeClient(
    who: string,
    { seat = who, openStream }: { seat?: string; openStream?: OpenStream | undefined } = {},
  ): RouteClient {
    const urlOf = (name: string) => this.routeUrl(seat, name);
    const observer = this.#observer;
    return new RouteClient({ who, urlOf, observer, ...(openStream && { openStream }) });
  }

  /** Closes the clients under study, and opens fresh ones in their seats, with the options of now. */
  renewSubjects(): void {
    this.#subjects.renew();
    this.#show({});
  }

  get clocks(): Clocks {
    const page = this.#control?.clock.offset;
    return { ...(page && { page }), ...(this.#guestClock && { guest: this.#guestClock }) };
  }

  /** Opens the bench, if it is not open. */
  open(): void {
    if (this.#control) return;
    const { lab, build, url, leases } = this.#options;
    this.#show({ state: "connecting", ...noGuests });
    this.#control = new ControlChannel({
      auth: { lab, build, ...this.#keys.keys },
      clockCommand: "bench-clock",
      ...(url !== undefined && { url }),
      ...(leases && { leases }),
      hooks: {
        state: (state) => this.#show({ state }),
        refused: (failure, isRetried) => this.#refused(failure, isRetried),
        connected: () => this.#connected(),
        ended: (reason) => this.#ended(reason),
        notice: (name, notice) => this.#noticed(name, notice),
        waits: (isWaiting) => {
          this.#isPageWaiting = isWaiting;
          this.#show({});
        },
      },
    });
  }

  /** Ends the bench and closes every connection of it. `open` starts a new one. */
  close(): void {
    this.#closeConnections("bench-close");
    this.#keys.forget();
    this.#show({ state: "static", ...noGuests });
  }

  /** Sends one of the lab's own commands. A bench that has ended is replaced before. */
  async command<N extends CommandName<C>>(
    name: N,
    payload: PayloadOf<C, N>,
  ): Promise<Result<ReplyOf<C, N>, FailureOf<C, N>>> {
    if (!this.#control && this.#view.ended) await this.#reopen();
    if (!this.#control) return fail({ code: "disconnected" });
    return (await this.#control.command(name, payload)) as Result<ReplyOf<C, N>, FailureOf<C, N>>;
  }

  /** Opens or ends the link for a second device. */
  async invite(isOpen: boolean): Promise<Result<object, Failure>> {
    if (!this.#control) return fail({ code: "disconnected" });
    const answer = await this.#control.command<object>("bench-invite", { open: isOpen });
    if (answer.ok) this.#show({ isLinkOpen: isOpen });
    return answer;
  }

  async #reopen(): Promise<void> {
    this.open();
    await until(() => this.#view.state !== "connecting", reopenWithinMs);
  }

  async #connected(): Promise<boolean> {
    const control = this.#control;
    const opened = await control?.command<{ seats: Record<string, string> }>("bench-open", {});
    if (control !== this.#control || !opened) return false;
    if (!opened.ok) {
      this.#show({ state: "lost", refusal: opened.failure });
      return false;
    }
    this.#hasRenewed = false;
    this.#subjects.sit(opened.value.seats);
    await this.#options.ready();
    return true;
  }

  #openSubject(who: string, seat: string, waits: (isWaiting: boolean) => void): Subject {
    const { url, watchesPackets = false, leases, nameOf, namespacesOf } = this.#options;
    const asked = this.#options.client;
    const client = typeof asked === "function" ? asked(who) : asked;
    return openSubject({
      watchesPackets,
      who,
      seat,
      waits,
      bench: this.#keys.keys.bench,
      observer: this.#observer,
      control: () => this.#control?.transport,
      ...(leases && { leases }),
      ...(url !== undefined && { url }),
      ...(client && { client }),
      ...(nameOf && { nameOf }),
      ...(namespacesOf && { namespaces: namespacesOf(who) }),
    });
  }

  #noticed(name: string, notice: unknown): void {
    if (name === "observed") for (const seen of notice as Observation[]) this.#saw(seen);
    else if (name === "guests") this.#toldGuests(notice as { count: number; isLinkOpen: boolean });
    else if (name === "guest-clock") this.#guestClock = notice as ClockOffset;
  }

  #toldGuests({ count, isLinkOpen }: { count: number; isLinkOpen: boolean }): void {
    this.#show({ guests: count, isLinkOpen });
  }

  #saw(seen: Observation): void {
    if (this.#subjects.note(seen)) this.#show({});
    this.#options.observed(seen);
  }

  /** Somebody else holds this key: take another, once. Every other refusal is the reader's to know. */
  #refused(refusal: Failure, isRetried: boolean): void {
    if (isRetried) {
      this.#show({ state: "lost", refusal });
      return;
    }
    this.#closeConnections();
    if (refusal.code !== "not-owner" || this.#hasRenewed) {
      this.#show({ state: "lost", refusal });
      return;
    }
    this.#hasRenewed = true;
    this.#keys.renew();
    this.open();
  }

  #ended(ended: EndReason): void {
    if (ended === "shutdown") return;
    this.#closeConnections();
    this.#keys.renew();
    this.#show({ state: "lost", ended });
  }

  #closeConnections(lastCommand?: string): void {
    const control = this.#control;
    this.#control = undefined;
    this.#subjects.close();
    control?.close(lastCommand);
    this.#guestClock = undefined;
    this.#isPageWaiting = false;
  }

  #show(change: Partial<SessionView>): void {
    const { refusal, ended, unleased: _, ...rest } = this.#view;
    const isOther = change.state !== undefined && change.state !== rest.state;
    const kept = isOther ? rest : { ...rest, ...(refusal && { refusal }), ...(ended && { ended }) };
    const next = { ...kept, ...change };
    const seen = next.state === "lost" ? new Set<string>() : this.#subjects.seen;
    const unleased = [...(this.#isPageWaiting ? [pageLane] : []), ...this.#subjects.waiting];
    const link = next.state === "lost" ? { isLinkOpen: false } : {};
    this.#view = { ...next, ...link, seen, ...(unleased.length > 0 && { unleased }) };
    this.#options.changed(this.#view);
  }
}
