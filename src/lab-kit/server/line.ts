import type { Duplex } from "node:stream";
import { Cable } from "./cable.ts";

/** Hands a connection to the server, once the network lets it through. */
type HandOver = (connection: Duplex) => void;

interface Attempt {
  wire: Duplex;
  handOver: HandOver;
}

/** New connections that may wait for the network to come back; the oldest is given up first. */
const mostWaiting = 4;
/** Dead connections that are kept for their client's sake; the oldest is cut first. */
const mostStranded = 8;

/**
 * The network between one subject's client and its bench. Its connections can be cut or pulled,
 * and then new ones wait as well, until it is plugged in again.
 */
export class Line {
  readonly #cables = new Set<Cable>();
  readonly #stranded = new Set<Cable>();
  #waiting: Attempt[] = [];
  #isOut = false;
  #isClosed = false;

  /** Whether nothing comes through now. */
  get isOut(): boolean {
    return this.#isOut;
  }

  /** Takes a new connection. It reaches the server at once, or when the network is back. */
  connect(wire: Duplex, handOver: HandOver): void {
    if (this.#isClosed) wire.destroy();
    else if (this.#isOut) this.#wait({ wire, handOver });
    else this.#open({ wire, handOver });
  }

  /** Destroys the connections, so that both sides see it. */
  cut(): void {
    this.#isOut = true;
    for (const cable of [...this.#cables]) cable.cut();
  }

  /** Holds all that is sent. Nobody is told. */
  pull(): void {
    this.#isOut = true;
    for (const cable of this.#cables) cable.pull();
  }

  /** Holds all that is sent over the connections of now, for good; new ones come through. */
  strand(): void {
    for (const cable of this.#cables) {
      cable.pull();
      this.#stranded.add(cable);
    }
    this.#cables.clear();
    const surplus = this.#stranded.size - mostStranded;
    for (const cable of [...this.#stranded].slice(0, Math.max(0, surplus))) cable.cut();
  }

  /** The network is back: what was held comes through, and who waited connects. */
  plug(): void {
    this.#isOut = false;
    for (const cable of this.#cables) cable.plug();
    for (const attempt of this.#waiting.splice(0)) this.#open(attempt);
  }

  /** Destroys all that goes over it, or waits. */
  close(): void {
    this.#isClosed = true;
    for (const cable of [...this.#cables, ...this.#stranded]) cable.cut();
    for (const { wire } of this.#waiting.splice(0)) wire.destroy();
  }

  #open({ wire, handOver }: Attempt): void {
    if (wire.destroyed) return;
    const cable = new Cable(wire);
    this.#cables.add(cable);
    wire.once("close", () => {
      this.#cables.delete(cable);
      this.#stranded.delete(cable);
    });
    handOver(cable);
  }

  /** What comes meanwhile stays unread, as it would on its way; its end is noticed when plugged. */
  #wait(attempt: Attempt): void {
    const { wire } = attempt;
    wire.pause();
    wire.on("error", () => wire.destroy());
    wire.once("close", () => {
      this.#waiting = this.#waiting.filter((other) => other !== attempt);
    });
    this.#waiting.push(attempt);
    if (this.#waiting.length > mostWaiting) this.#waiting.shift()?.wire.destroy();
  }
}
