/** One open use of a bench's route: a request that waits, an event stream, a WebSocket. */
export interface Visit {
  /** Bytes that wait on the server, since the client does not read. */
  heldBytes(): number;
  /** Ends it in good order. */
  end(): void;
  /** Breaks the connection. */
  cut(): void;
}

/** The open visits of one bench; they end with it. */
export class Visits {
  readonly #open = new Set<Visit>();

  get count(): number {
    return this.#open.size;
  }

  [Symbol.iterator](): IterableIterator<Visit> {
    return this.#open.values();
  }

  /** Returns a function that takes the visit off the list. */
  add(visit: Visit): () => void {
    this.#open.add(visit);
    return () => void this.#open.delete(visit);
  }

  close(): void {
    for (const visit of [...this.#open]) visit.end();
  }
}
