import type { Socket } from "node:net";
import type { Fact } from "../../observation.ts";
import { ByteCounts } from "./byte-counts.ts";
import type { Ear } from "./ear.ts";
import { endsOf } from "./ends-of.ts";
import { maskBytes } from "./mask-bytes.ts";
import { type EarDeps, type Heard, SubjectEar } from "./subject-ear.ts";
import { mostInOneBytes, told, toldInParts } from "./told-bytes.ts";

/** What a tap needs of its bench. */
export interface SubjectTapDeps {
  /** Records a fact, or what makes it when it is sent. */
  observe(where: string, fact: Fact | (() => Fact), agoMs?: number): void;
  /** What is masked wherever it stands. */
  keys: readonly string[];
  /** Bytes that are kept each time the tap is turned on. */
  mostBytes: number;
}

/** `bytes-and-ends` tells the ports of each connection, too, before its first bytes. */
export type TapKeeps = "bytes" | "bytes-and-ends" | "counts";

interface Numbers {
  connection: number;
  exchanges: number;
}

/**
 * The tap of one bench: tells what passes at the TCP sockets of its subjects, masked, as long as
 * there are bytes left in its budget; beyond, it counts.
 */
export class SubjectTap {
  readonly #deps: SubjectTapDeps;
  readonly #numbers = new WeakMap<Socket, Numbers>();
  readonly #followers = new Map<SubjectEar, () => void>();
  readonly #counts: ByteCounts;
  readonly #earDeps: EarDeps;
  #connections = 0;
  #isOn = false;
  #keeps: TapKeeps = "bytes";
  /** Connections whose ends were told since the tap was turned on. */
  readonly #told = new Set<number>();
  #leftBytes = 0;

  constructor(deps: SubjectTapDeps) {
    this.#deps = deps;
    this.#counts = new ByteCounts((where, fact) => deps.observe(where, fact));
    this.#earDeps = {
      isOn: () => this.#isOn,
      heard: (...heard) => this.#heard(...heard),
      follow: (ear, switched) => void this.#followers.set(ear, switched),
      ended: (ear) => this.#ended(ear),
    };
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Turns the tap on or off, also for connections that are there; each time with a full budget. */
  set(isOn: boolean, keeps: TapKeeps = "bytes"): void {
    this.#counts.tell();
    this.#told.clear();
    this.#keeps = keeps;
    this.#leftBytes = this.#deps.mostBytes;
    if (this.#isOn === isOn) return;
    this.#isOn = isOn;
    for (const switched of this.#followers.values()) switched();
  }

  /** Hears the next exchange of a subject, on this connection. */
  ear(who: string, socket: Socket): Ear {
    const numbers = this.#numbersOf(socket);
    numbers.exchanges += 1;
    const { connection, exchanges: exchange } = numbers;
    const of = { who, connection, exchange, ends: endsOf(socket) };
    return new SubjectEar(of, this.#earDeps);
  }

  /** Stops for good. */
  close(): void {
    this.#counts.close();
    this.#isOn = false;
    for (const switched of this.#followers.values()) switched();
    this.#followers.clear();
  }

  #numbersOf(socket: Socket): Numbers {
    const known = this.#numbers.get(socket);
    if (known) return known;
    this.#connections += 1;
    const numbers = { connection: this.#connections, exchanges: 0 };
    this.#numbers.set(socket, numbers);
    return numbers;
  }

  #ended(ear: SubjectEar): void {
    this.#followers.delete(ear);
    this.#counts.tell();
  }

  #heard(ear: SubjectEar, { way, bytes, isHead, agoMs }: Heard): void {
    const { who, connection, exchange } = ear;
    const wire = { way, connection, exchange };
    if (!this.#keepsNow(bytes.length)) {
      this.#counts.add(who, wire, bytes.length);
      return;
    }
    this.#tellEnds(ear);
    const { observe, keys } = this.#deps;
    if (bytes.length > mostInOneBytes) {
      for (const told of toldInParts(maskBytes(bytes, { isHead, keys }))) {
        observe(who, { what: "tapped", ...wire, ...told }, agoMs);
      }
      return;
    }
    // A copy: the WebSocket library unmasks what it has read in place.
    const copy = Buffer.from(bytes);
    const make = (): Fact => {
      return { what: "tapped", ...wire, ...told(maskBytes(copy, { isHead, keys })) };
    };
    observe(who, make, agoMs);
  }

  #tellEnds({ who, connection, ends }: SubjectEar): void {
    if (this.#keeps !== "bytes-and-ends" || !ends || this.#told.has(connection)) return;
    this.#told.add(connection);
    this.#deps.observe(who, { what: "ends", connection, ...ends });
  }

  /** Once something was not kept, nothing is until the tap is turned on again: no gaps in between. */
  #keepsNow(sizeBytes: number): boolean {
    if (this.#keeps === "counts") return false;
    this.#leftBytes = sizeBytes <= this.#leftBytes ? this.#leftBytes - sizeBytes : -1;
    return this.#leftBytes >= 0;
  }
}
