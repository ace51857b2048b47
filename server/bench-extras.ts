import type { Socket as TcpSocket } from "node:net";
import type { Duplex } from "node:stream";
import type { Fact } from "#lab-kit/observation.ts";
import { BenchNet } from "#lab-kit/server/net/bench-net.ts";
import type { NetHost } from "#lab-kit/server/net/net-host.ts";
import type { Ear } from "#lab-kit/server/tap/ear.ts";
import { SubjectTap, type TapKeeps } from "#lab-kit/server/tap/subject-tap.ts";
import type { Limits } from "./limits.ts";
import { UpgradeGate } from "./upgrade-gate.ts";

/** What the extras of a bench need of it. */
export interface ExtrasBench {
  readonly limits: Limits;
  readonly netHost: NetHost;
  /** What is masked wherever a tapped connection carries it. */
  readonly keys: readonly string[];
  readonly isClosed: boolean;
  /** Milliseconds on the bench's clock. */
  now(): number;
  observe(where: string, fact: Fact | (() => Fact), atMs?: number): void;
  failed(error: unknown): void;
}

/**
 * What few benches need: a gate before upgrades, a tap, sockets of the kernel. Each is there once
 * it is asked for, since every empty map costs memory, and ends with the bench.
 */
export class BenchExtras {
  readonly #bench: ExtrasBench;
  #gate: UpgradeGate | undefined;
  #net: BenchNet | undefined;
  #tap: SubjectTap | undefined;

  constructor(bench: ExtrasBench) {
    this.#bench = bench;
  }

  /** What stands before its WebSocket upgrades. */
  get gate(): UpgradeGate {
    this.#gate ??= this.#openGate();
    return this.#gate;
  }

  get net(): BenchNet {
    this.#net ??= this.#openNet();
    return this.#net;
  }

  /** Whether the gate, if there is one, has taken this upgrade. */
  stopsUpgrade(socket: Duplex, who: string): boolean {
    return this.#gate?.stops(socket, who) ?? false;
  }

  tap(isOn: boolean, keeps: TapKeeps): void {
    this.#tap ??= this.#createTap();
    this.#tap.set(isOn, keeps);
  }

  /** Who hears the next exchange of `who` on a connection, if the lab of this bench has a tap. */
  earOf(who: string, socket: TcpSocket, isUpgrade: boolean): Ear | undefined {
    return this.#tap?.isOn || isUpgrade ? this.#tap?.ear(who, socket) : undefined;
  }

  /** What the host does every second. */
  sweep(): void {
    this.#gate?.sweep();
  }

  /** Ends the gate and the tap. */
  close(): void {
    this.#gate?.close();
    this.#tap?.close();
  }

  /** Ends the sockets; behind the lab's own closers, which may still use them. */
  async closeNet(): Promise<void> {
    await this.#net?.close();
  }

  #openGate(): UpgradeGate {
    return new UpgradeGate({
      mostHeld: this.#bench.limits.subjectsPerBench,
      nowMs: () => this.#bench.now(),
      stopped: (how, from) => this.#bench.observe("server", { what: "upgrade-stopped", how, from }),
    });
  }

  #openNet(): BenchNet {
    const net = new BenchNet({
      host: this.#bench.netHost,
      mostSockets: this.#bench.limits.socketsPerBench,
      nowMs: () => this.#bench.now(),
      failed: (reason) => this.#bench.failed(new Error(reason)),
    });
    if (this.#bench.isClosed) void net.close();
    return net;
  }

  #createTap(): SubjectTap {
    const bench = this.#bench;
    return new SubjectTap({
      observe: (where, fact, agoMs = 0) => bench.observe(where, fact, bench.now() - agoMs),
      keys: bench.keys,
      mostBytes: bench.limits.tappedBytes,
    });
  }
}
