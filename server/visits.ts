/** One open use of a bench's route: a request that waits, an event stream, a WebSocket. */
export interface Visit {
  /** Bytes that wait on the server, since the client does not read. */
  heldBytes(): number;
  /** Ends it in good order. */
  end(): void;
  /** Breaks the connection. */
  cut(): void;
}

const none: ReadonlySet<Visit> = new Set();

/** The open visits of one bench; they end with it. */
export class Visits {
  /** Most benches have no routes. */
  #open: Set<Visit> | undefined;

  get count(): number {
    return this.#open?.size ?? 0;
  }

  [Symbol.iterator](): IterableIterator<Visit> {
    return (this.#open ?? none).values();
  }

  /** Returns a function that takes the visit off the list. */
  add(visit: Visit): () => void {
    this.#open ??= new Set();
    this.#open.add(visit);
    return () => void this.#open?.delete(visit);
  }

  close(): void {
    for (const visit of [...this]) visit.end();
  }
}
