import type { EndReason } from "#lab-kit/end-reasons.ts";
import type { Failure } from "#lab-kit/failures.ts";
import type { LabServer } from "#lab-kit/server/define-lab-server.ts";
import type { NetHost } from "#lab-kit/server/net/net-host.ts";
import { fail, ok, type Result } from "#lib/result.ts";
import { OpenBench } from "./bench.ts";
import { slowestReaders } from "./held-bytes.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";

/** What the set of benches needs of the host. */
export interface BenchesDeps {
  labs: ReadonlyMap<string, LabServer>;
  limits: Limits;
  nowMs: () => number;
  random: () => number;
  net: NetHost;
  log: Log;
}

/** All open benches by their key, and the rules about how many there may be and for how long. */
export class Benches {
  readonly #open = new Map<string, OpenBench>();
  readonly #deps: BenchesDeps;

  constructor(deps: BenchesDeps) {
    this.#deps = deps;
  }

  get count(): number {
    return this.#open.size;
  }

  find(key: string): OpenBench | undefined {
    return this.#open.get(key);
  }

  /**
   * The bench of this key, opened now if there is none.
   *
   * @returns `not-owner` when it belongs to another page, `too-many` when this address has its
   * share of benches, `gone` when there is no such lab, `internal` when the lab fails to open
   */
  openFor(who: {
    lab: string;
    bench: string;
    owner: string;
    address: string;
  }): Result<OpenBench, Failure> {
    const bench = this.#open.get(who.bench);
    if (bench) {
      const isMine = bench.owner === who.owner && bench.lab.contract.id === who.lab;
      return isMine ? ok(bench) : fail({ code: "not-owner" });
    }
    const lab = this.#deps.labs.get(who.lab);
    if (!lab) return fail({ code: "gone", detail: "no such lab" });
    if (this.#countOf(who.address) >= this.#deps.limits.benchesPerAddress) {
      return fail({ code: "too-many", detail: `${this.#deps.limits.benchesPerAddress} benches` });
    }
    if (this.count >= this.#deps.limits.benches) this.#makeRoom();
    return this.#add(who.bench, { ...who, lab });
  }

  /** Ends one bench. */
  async end(key: string, reason: EndReason): Promise<void> {
    const bench = this.#open.get(key);
    if (!bench) return;
    this.#open.delete(key);
    this.#deps.log.info({ event: "bench-ended", lab: bench.lab.contract.id, code: reason });
    try {
      await bench.close(reason);
    } catch (error) {
      this.#deps.log.error({ event: "bench-not-closed", lab: bench.lab.contract.id, error });
    }
  }

  /** Ends this bench, if it is still the open one of its key. */
  async endOf(bench: OpenBench, reason: EndReason): Promise<void> {
    for (const [key, open] of this.#open) if (open === bench) await this.end(key, reason);
  }

  /** Ends every bench. */
  async endAll(reason: EndReason): Promise<void> {
    await Promise.all([...this.#open.keys()].map((key) => this.end(key, reason)));
  }

  /** Ends what is idle, too old, left, or held for too long. The host calls it every second. */
  sweep(): void {
    for (const [key, bench] of this.#open) {
      const reason = this.#dueReason(bench);
      if (reason) void this.end(key, reason);
      else {
        bench.extras.sweep();
        this.#dropSlowReaders(bench);
      }
    }
  }

  #add(
    key: string,
    who: { lab: LabServer; owner: string; address: string },
  ): Result<OpenBench, Failure> {
    const { limits, nowMs, random, net, log } = this.#deps;
    const lab = who.lab.contract.id;
    const failed = (error: unknown) => log.error({ event: "lab-threw", lab, error });
    try {
      const bench = new OpenBench({ ...who, key, limits, nowMs, random, net, failed });
      this.#open.set(key, bench);
      log.info({ event: "bench-opened", lab, benches: this.count });
      return ok(bench);
    } catch (error) {
      failed(error);
      return fail({ code: "internal" });
    }
  }

  #dueReason(bench: OpenBench): EndReason | undefined {
    const { benchIdleMs, benchLifetimeMs, controlAwayMs } = this.#deps.limits;
    if (bench.now() > benchLifetimeMs) return "lifetime";
    if (bench.awayMs > controlAwayMs) return "away";
    return bench.idleMs > benchIdleMs ? "idle" : undefined;
  }

  #dropSlowReaders(bench: OpenBench): void {
    for (const reader of slowestReaders(bench.readers, this.#deps.limits.heldBytes)) {
      bench.observe("server", {
        what: "dropped",
        event: "",
        reason: "a client did not read: the bytes held for it passed the limit",
      });
      reader.cut();
    }
  }

  #countOf(address: string): number {
    return [...this.#open.values()].filter((bench) => bench.address === address).length;
  }

  /** The longest idle bench of the address that holds most goes first. */
  #makeRoom(): void {
    const byAddress = Map.groupBy(this.#open, ([, bench]) => bench.address);
    const most = [...byAddress.values()].sort((a, b) => b.length - a.length)[0] ?? [];
    const longestIdle = most.sort(([, a], [, b]) => b.idleMs - a.idleMs)[0];
    if (longestIdle) void this.end(longestIdle[0], "evicted");
  }
}
