/**
 * How many long-lived requests all tabs of one browser may have at once. A browser gives an
 * HTTP/1.1 host six connections; two are left for pages and what they load.
 */
export const leaseBudget = 4;

/** How long an ask waits for the other tabs' word, which takes less than half of it each way. */
export const settleMs = 60;
/** A tab that has claims says so this often. */
export const beatMs = 1000;
/** A tab that was not heard for so long is gone. */
export const expireMs = 5000;

/** What a lease is for. A lab is nothing without its control channel, so that goes first. */
export type LeaseKind = "control" | "lane";

/** One lease that a tab holds or asks for. */
export interface Claim {
  id: string;
  kind: LeaseKind;
  /** Wall clock, which all tabs of a browser share. */
  askedAtMs: number;
  isHeld: boolean;
}

/** One of this tab's own claims. */
export interface OwnClaim extends Claim {
  /** Every other tab has had its say by then. */
  settledAtMs: number;
}

interface OtherTab {
  claims: readonly Claim[];
  heardAtMs: number;
}

/**
 * What one tab knows of all claims, and what follows for its own. Every tab applies the same rules
 * to the same list, so that nobody has to be in charge. Without timers and channels.
 */
export class LeaseTable {
  readonly #own = new Map<string, OwnClaim>();
  readonly #others = new Map<string, OtherTab>();
  #decidedAtMs: number;

  constructor(nowMs: number) {
    this.#decidedAtMs = nowMs;
  }

  get own(): OwnClaim[] {
    return [...this.#own.values()];
  }

  ask(id: string, kind: LeaseKind, nowMs: number): void {
    const settledAtMs = nowMs + settleMs;
    this.#own.set(id, { id, kind, askedAtMs: nowMs, isHeld: false, settledAtMs });
  }

  giveBack(id: string): void {
    this.#own.delete(id);
  }

  /** Another tab has told all of its claims. */
  hear(tab: string, claims: readonly Claim[], nowMs: number): void {
    if (claims.length === 0) this.#others.delete(tab);
    else this.#others.set(tab, { claims, heardAtMs: nowMs });
  }

  /**
   * Grants and takes back this tab's own claims.
   *
   * @returns true when this tab had slept: the others may have taken it for gone, so that it holds
   * nothing any more and has to ask anew
   */
  decide(nowMs: number): boolean {
    const hasSlept = Math.abs(nowMs - this.#decidedAtMs) > expireMs;
    this.#decidedAtMs = nowMs;
    if (hasSlept) this.#startOver(nowMs);
    for (const [tab, { heardAtMs }] of this.#others) {
      if (nowMs - heardAtMs > expireMs) this.#others.delete(tab);
    }
    this.#yield();
    this.#grant(nowMs);
    return hasSlept;
  }

  #startOver(nowMs: number): void {
    this.#others.clear();
    for (const { id, kind } of this.own) this.ask(id, kind, nowMs);
  }

  #yield(): void {
    const all = this.#all();
    const lost = this.own.filter((claim) => claim.isHeld && mustYield(claim, all));
    for (const claim of lost) claim.isHeld = false;
  }

  #grant(nowMs: number): void {
    for (const claim of this.own.filter(({ settledAtMs }) => settledAtMs <= nowMs).sort(byTurn)) {
      if (!claim.isHeld && mayHold(claim, this.#all())) claim.isHeld = true;
    }
  }

  #all(): Claim[] {
    return [...this.#own.values(), ...[...this.#others.values()].flatMap(({ claims }) => claims)];
  }
}

/** Control channels first, then who asked first; of two at once the smaller id. */
function byTurn(a: Claim, b: Claim): number {
  if (a.kind !== b.kind) return a.kind === "control" ? -1 : 1;
  return a.askedAtMs - b.askedAtMs || (a.id < b.id ? -1 : 1);
}

/** Whether there is room behind all that is held and all that is asked for before it. */
function mayHold(claim: Claim, all: readonly Claim[]): boolean {
  const before = all.filter((other) => other.isHeld || byTurn(other, claim) < 0);
  return before.length < leaseBudget;
}

/** Too much is held, or a control channel waits: the last lanes go. */
function mustYield(claim: Claim, all: readonly Claim[]): boolean {
  const held = all.filter(({ isHeld }) => isHeld);
  const waiting = all.filter(({ isHeld, kind }) => !isHeld && kind === "control");
  const before = held.filter((other) => byTurn(other, claim) < 0);
  const places = claim.kind === "lane" ? before.length + waiting.length : before.length;
  return places >= leaseBudget;
}
