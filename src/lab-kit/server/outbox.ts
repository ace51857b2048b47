import type { Fact, Observation } from "../observation.ts";

/** Where a full batch goes. */
export type Deliver = (batch: Observation[]) => void;

/** An observation that is put together when it is sent: in the middle of an emit time is dear. */
interface Held {
  fact: Fact | (() => Fact);
  seq: number;
  atMs: number;
  where: string;
}

const batchMs = 50;
/** Sent in the same turn, a batch would compete with the very events that it tells about. */
const soonMs = 2;
const maxHeld = 500;

/**
 * Stamps the server's observations and hands them on in batches, so that watching an event costs
 * next to nothing beside sending it. Holds at most 500; the rest is counted and told as `skipped`.
 */
export class Outbox {
  #held: (Held | Observation)[] = [];
  #skipped = 0;
  #seq = 0;
  #timer: NodeJS.Timeout | undefined;
  /** The timer is set for `flushSoon`, not for a full batch. */
  #isSoon = false;
  #deliveredAtMs = Number.NEGATIVE_INFINITY;
  #deliver: Deliver | undefined;
  readonly #nowMs: () => number;
  readonly #originMs: number;

  /** @param originMs where the bench's clock begins on that of `nowMs` */
  constructor(nowMs: () => number, originMs = 0) {
    this.#nowMs = nowMs;
    this.#originMs = originMs;
  }

  /** Milliseconds on the bench's clock. */
  now(): number {
    return this.#nowMs() - this.#originMs;
  }

  /**
   * Adds one fact, or what makes it when it is sent, where putting it into words is costly.
   * @param atMs when it happened on the server's clock; now by default
   */
  observe(where: string, fact: Fact | (() => Fact), atMs = this.now()): void {
    this.#seq += 1;
    if (this.#held.length >= maxHeld) this.#skipped += 1;
    else this.#held.push({ fact, seq: this.#seq, atMs, where });
    if (!this.#timer) this.#schedule();
  }

  /** Adds observations that were made elsewhere (the guest's page). */
  pass(observations: readonly Observation[]): void {
    const room = Math.max(0, maxHeld - this.#held.length);
    this.#held.push(...observations.slice(0, room));
    this.#skipped += Math.max(0, observations.length - room);
    this.#schedule();
  }

  /** Delivers what is held at once. Without a receiver it stays held. */
  flush(): void {
    this.#stopTimer();
    if (!this.#deliver || this.#held.length === 0) return;
    this.#deliveredAtMs = this.now();
    const batch = this.#held.map(observationOf);
    this.#held = [];
    if (this.#skipped > 0) batch.push(this.#skippedNow());
    this.#deliver(batch);
  }

  /**
   * Delivers what is held as soon as the events themselves are out, within 2 ms. In a stream of
   * events the batch has to do: a delivery after each would slow them down.
   */
  flushSoon(): void {
    if (!this.#deliver || this.#isSoon || this.#held.length === 0 || this.#isStream()) return;
    this.#isSoon = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), soonMs);
  }

  /** Names the receiver; `undefined` while the page is away. */
  deliverTo(deliver: Deliver | undefined): void {
    this.#deliver = deliver;
    this.flush();
  }

  /** Drops what is held and stops the timer. */
  close(): void {
    this.#stopTimer();
    this.#deliver = undefined;
    this.#held = [];
  }

  #isStream(): boolean {
    return this.now() - this.#deliveredAtMs < batchMs;
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isSoon = false;
  }

  #schedule(): void {
    if (this.#deliver) this.#timer ??= setTimeout(() => this.flush(), batchMs);
  }

  #skippedNow(): Observation {
    const count = this.#skipped;
    this.#skipped = 0;
    const atMs = this.now();
    return { what: "skipped", count, seq: this.#seq, atMs, clock: "server", where: "server" };
  }
}

function observationOf(held: Held | Observation): Observation {
  if (!("fact" in held)) return held;
  const { fact, seq, atMs, where } = held;
  return { ...(typeof fact === "function" ? fact() : fact), seq, atMs, clock: "server", where };
}
