import type { OnTheWire } from "../../observation.ts";
import type { Ear } from "./ear.ts";

/** What an ear needs of its bench's tap. */
export interface EarDeps {
  isOn(): boolean;
  heard(ear: SubjectEar, way: OnTheWire["way"], bytes: Buffer, isHead: boolean): void;
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
  readonly #deps: EarDeps;
  #isFirstUp = true;

  constructor(of: { who: string; connection: number; exchange: number }, deps: EarDeps) {
    this.who = of.who;
    this.connection = of.connection;
    this.exchange = of.exchange;
    this.#deps = deps;
  }

  get isListening(): boolean {
    return this.#deps.isOn();
  }

  /** The first bytes of an exchange are the whole head of its request. */
  up(bytes: Buffer): void {
    if (this.isListening) this.#deps.heard(this, "up", bytes, this.#isFirstUp);
    this.#isFirstUp = false;
  }

  /** An answer may have two heads: one with `100 Continue` goes before. */
  down(bytes: Buffer): void {
    const isHead = bytes.toString("latin1", 0, headStart.length) === headStart;
    if (this.isListening) this.#deps.heard(this, "down", bytes, isHead);
  }

  ended(): void {
    this.#deps.ended(this);
  }

  onSwitch(switched: () => void): void {
    this.#deps.follow(this, switched);
  }
}
