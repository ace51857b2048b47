import { type ComingBack, type Observation, seen } from "#lab-kit/observation.ts";

/** One break of a client's connection, in the words of both sides. */
export interface Break {
  /** The reason as the client's `disconnect` has it. */
  saidHere: string;
  /** The reason as the server's has it; absent while the server has not noticed. */
  saidThere?: string;
  willReturn: boolean;
  /** What the client was when it was back; the server's word if it was refused; absent if away. */
  back?: ComingBack | { refused: string };
}

/** The breaks of one client's connection, in their order. */
export function breaksOf(observations: readonly Observation[], who: string): Break[] {
  const own = observations.filter(({ where }) => where === who);
  const page = own.filter(({ clock }) => clock === "page");
  const server = seen(
    own.filter(({ clock }) => clock === "server"),
    "disconnected",
  );
  return seen(page, "disconnected").map((left, index) => {
    const saidThere = server[index]?.reason;
    const back = backOf(page.slice(page.indexOf(left) + 1));
    return {
      saidHere: left.reason,
      ...(saidThere !== undefined && { saidThere }),
      willReturn: left.willReturn ?? true,
      ...(back && { back }),
    };
  });
}

function backOf(later: readonly Observation[]): Break["back"] {
  for (const fact of later) {
    if (fact.what === "connected") return fact.back;
    if (fact.what === "refused") return { refused: fact.reason };
    if (fact.what === "disconnected") return undefined;
  }
  return undefined;
}

/** Sockets that the server had of a client at once, at most. */
export function mostSocketsOf(observations: readonly Observation[], who: string): number {
  let sockets = 1;
  let most = 1;
  for (const { where, clock, what } of observations) {
    if (where !== who || clock !== "server") continue;
    if (what === "connected") sockets += 1;
    if (what === "disconnected") sockets -= 1;
    most = Math.max(most, sockets);
  }
  return most;
}

/** Whether a client was let in once without the middleware having run. */
export function cameInUnchecked(observations: readonly Observation[], who: string): boolean {
  const ofServer = observations.filter(({ where, clock }) => where === who && clock === "server");
  return seen(ofServer, "connected").length > seen(ofServer, "checked").length;
}
