import { Duplex } from "node:stream";

/** What a pulled cable takes before its writer has to wait: about a kernel's send buffer. */
const takesBytes = 64 * 1024;
/** A connection that one side has closed while it was pulled is kept for this long. */
const keptForMs = 30_000;

type Done = (error?: Error | null) => void;

/**
 * A connection that can be pulled. It stands for the socket that it is made of. While pulled it
 * holds what either side sends, its ends included: nothing comes through, and nothing is lost.
 * Plugged in again, all of it comes through in its order, as a network would have it.
 */
export class Cable extends Duplex {
  readonly #wire: Duplex;
  #isPulled = false;
  #held: Buffer[] = [];
  #heldBytes = 0;
  /** The writer's next step, when the cable has taken all it can. */
  #resume: (() => void) | undefined;
  /** What the near side has done meanwhile: ended its half, or closed all. */
  #end: "none" | "half" | "all" = "none";
  #lastResort: NodeJS.Timeout | undefined;

  constructor(wire: Duplex) {
    super({ allowHalfOpen: false });
    this.#wire = wire;
    wire.on("data", (chunk: Buffer) => {
      if (!this.push(chunk)) wire.pause();
    });
    wire.on("end", () => this.push(null));
    wire.on("error", (error) => this.destroy(error));
    wire.on("close", () => {
      clearTimeout(this.#lastResort);
      this.destroy();
    });
  }

  /** From now on nothing comes through. */
  pull(): void {
    this.#isPulled = true;
    this.#wire.pause();
  }

  /** Lets through what was held, and all that follows. */
  plug(): void {
    if (!this.#isPulled) return;
    this.#isPulled = false;
    for (const chunk of this.#held.splice(0)) this.#wire.write(chunk);
    this.#heldBytes = 0;
    if (this.#end === "none") this.#wire.resume();
    else this.#wire.end(this.#end === "all" ? () => this.#wire.destroy() : undefined);
    this.#resume?.();
    this.#resume = undefined;
  }

  /** Destroys the connection; both sides can see it. What was held is lost. */
  cut(): void {
    this.#isPulled = false;
    this.#wire.destroy();
  }

  override _read(): void {
    if (!this.#isPulled) this.#wire.resume();
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: Done): void {
    if (!this.#isPulled) {
      this.#wire.write(chunk, done);
    } else if (this.#heldBytes < takesBytes) {
      this.#held.push(chunk);
      this.#heldBytes += chunk.length;
      done();
    } else {
      this.#resume = () => this._write(chunk, encoding, done);
    }
  }

  override _final(done: Done): void {
    if (this.#isPulled) this.#end = "half";
    else this.#wire.end();
    done();
  }

  override _destroy(error: Error | null, done: Done): void {
    if (this.#isPulled && !this.#wire.destroyed) {
      this.#end = "all";
      this.#lastResort = setTimeout(() => this.#wire.destroy(), keptForMs).unref();
    } else {
      this.#wire.destroy();
    }
    done(error);
  }
}
