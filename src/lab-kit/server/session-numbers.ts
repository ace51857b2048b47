import type { Socket } from "socket.io";
import type { Session } from "../observation.ts";

const longestPath = 100;

/** One table for all benches: an empty one for each would cost memory. */
const sessions = new WeakMap<Socket["conn"], Omit<Session, "path">>();

/** Numbers the Engine.IO sessions of a bench, and knows which namespaces share one. */
export class SessionNumbers {
  #last = 0;

  /** A socket has joined its namespace. @returns what it joined it over */
  join({ conn, nsp, request }: Socket): Session {
    const session = sessions.get(conn) ?? this.#open(conn);
    const over = { ...session, path: pathOf(request.url), besides: [...session.besides] };
    // Not pushed: an array that is pushed to has seventeen places.
    session.besides = session.besides.concat(nsp.name);
    return over;
  }

  leave({ conn, nsp }: Socket): void {
    const session = sessions.get(conn);
    if (session) session.besides = session.besides.filter((name) => name !== nsp.name);
  }

  #open(conn: Socket["conn"]): Omit<Session, "path"> {
    this.#last += 1;
    const session = { session: this.#last, besides: [] };
    sessions.set(conn, session);
    return session;
  }
}

/** Without the query, which holds the keys of the bench. */
const pathOf = (url = ""): string => (url.split("?")[0] ?? "").slice(0, longestPath);
