import type { ConnectionEnds, OnTheWire } from "../../observation.ts";
import type { Ear } from "./ear.ts";

/** Bytes that an ear heard. */
export interface Heard {
  way: OnTheWire["way"];
  bytes: Buffer;
  /** They begin with the head of a message, whole. */
  isHead: boolean;
  agoMs: number;
}

/** Which exchange it is, and whose. */
interface Exchange {
  who: string;
  connection: number;
  exchange: number;
  ends: ConnectionEnds | undefined;
}

/** What an ear needs of its bench's tap. */
export interface EarDeps {
  isOn(): boolean;
  heard(ear: SubjectEar, heard: Heard): void;
  /** Calls this whenever the tap is turned on or off. */
  follow(ear: SubjectEar, switched: () => void): void;
  ended(ear: SubjectEar): void;
}

/** A response begins so, and no frame of a text does that a reader could mistake for one. */
const headStart = "HTTP/1.";

/** Hears one exchange of a subject. */
export class SubjectEar implements Ear {
  readonly who: string;
  readonly connection: number;
  readonly exchange: number;
  /** Of its connection, while that was open. */
  readonly ends: ConnectionEnds | undefined;
  readonly #deps: EarDeps;
  #isFirstUp = true;

  constructor(of: Exchange, deps: EarDeps) {
    this.who = of.who;
    this.connection = of.connection;
    this.exchange = of.exchange;
    this.ends = of.ends;
    this.#deps = deps;
  }

  get isListening(): boolean {
    return this.#deps.isOn();
  }

  /** The first bytes of an exchange are the whole head of its request. */
  up(bytes: Buffer): void {
    const isHead = this.#isFirstUp;
    this.#isFirstUp = false;
    if (this.isListening) this.#deps.heard(this, { way: "up", bytes, isHead, agoMs: 0 });
  }

  /** An answer may have two heads: one with `100 Continue` goes before. */
  down(bytes: Buffer, agoMs: number): void {
    const isHead = bytes.toString("latin1", 0, headStart.length) === headStart;
    if (this.isListening) this.#deps.heard(this, { way: "down", bytes, isHead, agoMs });
  }

  ended(): void {
    this.#deps.ended(this);
  }

  onSwitch(switched: () => void): void {
    this.#deps.follow(this, switched);
  }
}
