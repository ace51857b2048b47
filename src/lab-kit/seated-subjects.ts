import { mainNamespace, namespaceOf, type Observation } from "./observation.ts";
import type { Subject } from "./subject.ts";

/** Opens one client in its seat. `waits` is called when it has, or has no more, to wait for a lease. */
export type OpenSubject = (
  who: string,
  seat: string,
  waits: (isWaiting: boolean) => void,
) => Subject;

/** Name of a subject in a namespace; in `/` it is the subject's own. */
export const seenAs = (who: string, namespace: string): string =>
  namespace === mainNamespace ? who : `${who} in ${namespace}`;

/** The clients under study of one bench, and what is known of their connections. */
export class SeatedSubjects {
  readonly #names: readonly string[];
  readonly #open: OpenSubject;
  readonly #changed: () => void;
  #byName = new Map<string, Subject>();
  #seats: Readonly<Record<string, string>> = {};
  /** Whom the server sees as connected, by `seenAs`. */
  readonly #seen = new Set<string>();
  /** The server saw one of theirs leave, while their client here was connected. */
  readonly #doubted = new Set<string>();
  readonly #waiting = new Set<string>();

  /** @param changed called when a client has to wait for a lease, or no longer */
  constructor(names: readonly string[], open: OpenSubject, changed: () => void) {
    this.#names = names;
    this.#open = open;
    this.#changed = changed;
  }

  get byName(): ReadonlyMap<string, Subject> {
    return this.#byName;
  }

  get seen(): ReadonlySet<string> {
    return new Set(this.#seen);
  }

  /** Key of a subject's seat, while there is a bench. */
  seatOf(who: string): string | undefined {
    return this.#seats[who];
  }

  get waiting(): readonly string[] {
    return this.#names.filter((who) => this.#waiting.has(who));
  }

  /** Same seats mean the same bench: its clients come back by themselves. */
  sit(seats: Readonly<Record<string, string>>): void {
    if (JSON.stringify(seats) === JSON.stringify(this.#seats)) {
      for (const [who, { sockets }] of this.#byName) {
        for (const [namespace, { connected }] of sockets) {
          if (connected) this.#seen.add(seenAs(who, namespace));
        }
      }
      return;
    }
    this.close();
    this.#seats = seats;
    for (const who of this.#names) this.#byName.set(who, this.#openOne(who, seats[who] ?? ""));
  }

  /** Fresh clients in the same seats. */
  renew(): void {
    const seats = this.#seats;
    this.close();
    if (Object.keys(seats).length > 0) this.sit(seats);
  }

  /** Keeps what an observation says of a connection. @returns whether it changed what is seen */
  note(observation: Observation): boolean {
    const { what, where, clock } = observation;
    const namespace = namespaceOf(observation);
    const seenHere = seenAs(where, namespace);
    if (what === "connected" && clock === "server") {
      this.#doubted.delete(seenHere);
      this.#seen.add(seenHere);
      return true;
    }
    if (what !== "disconnected") return false;
    // In a tab that was reloaded or doubled, it may be the older page's client that left.
    const socket = this.#byName.get(where)?.sockets.get(namespace);
    if (clock === "server" && socket?.connected === true) this.#doubted.add(seenHere);
    else if (clock === "server" || this.#doubted.delete(seenHere)) {
      return this.#seen.delete(seenHere);
    }
    return false;
  }

  close(): void {
    for (const subject of this.#byName.values()) subject.close();
    this.#byName = new Map();
    this.#seats = {};
    this.#seen.clear();
    this.#doubted.clear();
    this.#waiting.clear();
  }

  #openOne(who: string, seat: string): Subject {
    return this.#open(who, seat, (isWaiting) => {
      if (isWaiting === this.#waiting.has(who)) return;
      if (isWaiting) this.#waiting.add(who);
      else this.#waiting.delete(who);
      this.#changed();
    });
  }
}
