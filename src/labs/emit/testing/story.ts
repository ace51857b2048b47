import type { ClockName, Fact, Observation, Write } from "#lab-kit/observation.ts";

/** Builds the observations of a run by hand; one millisecond passes between two. */
export class Story {
  readonly observations: Observation[] = [];
  #seq = 0;

  /** Something that the page saw at one of its clients. */
  page(where: string, ...facts: Fact[]): this {
    return this.#add("page", where, facts);
  }

  /** Something that the server saw; `where` is itself unless it is about a client's connection. */
  server(...facts: Fact[]): this {
    return this.#add("server", "server", facts);
  }

  /** The server's word on a client's connection. */
  serverOn(where: string, ...facts: Fact[]): this {
    return this.#add("server", where, facts);
  }

  /** Something that the second device reported. */
  guest(...facts: Fact[]): this {
    return this.#add("guest", "Dee", facts);
  }

  #add(clock: ClockName, where: string, facts: Fact[]): this {
    for (const fact of facts) {
      this.#seq += 1;
      this.observations.push({ ...fact, seq: this.#seq, atMs: this.#seq, clock, where });
    }
    return this;
  }
}

const event = "news";

export const emitted: Fact = { what: "emitted", event };
export const sent: Fact = { what: "sent", event };
export const buffered: Fact = { what: "buffered", event };
export const arrived: Fact = { what: "arrived", event };
export const handled: Fact = { what: "handled", event };
export const returned: Fact = { what: "returned", event };
export const connected: Fact = { what: "connected", transport: "websocket" };
export const disconnected: Fact = { what: "disconnected", reason: "transport close" };
export const timedOut: Fact = { what: "ack-timed-out", error: "operation has timed out" };

/** The arrival of a client's event at the server. */
export const received = (from: string, wantsAck = false): Fact => ({
  what: "received",
  event,
  from,
  wantsAck,
});

/** An emit of the server: to nobody of three clients, and for everybody, unless told otherwise. */
export const written = (write: Partial<Write> = {}): Fact => ({
  what: "written",
  event,
  write: {
    recipients: [],
    kind: "broadcast",
    rooms: [],
    except: [],
    memberships: { Ann: ["red"], Bob: ["red", "blue"], Cem: ["blue"] },
    ...write,
  },
});

/** Ann's event has reached the server, which has not said more yet. */
export const annEmits = (wantsAck = false): Story =>
  new Story().page("Ann", emitted, sent).server(received("Ann", wantsAck));

/** Ann emits while she is not connected. */
export const annKeeps = (): Story => new Story().page("Ann", disconnected, emitted, buffered);
