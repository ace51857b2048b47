import type { Observation } from "#lab-kit/observation.ts";
import { isPacket } from "./is-kept.ts";
import { joinsOf } from "./joins.ts";

/** One thing that a client sent on its connection, and what came back for it. */
export interface JoinRow {
  sent: string;
  /** Absent where nothing is to come back. */
  got?: string;
  means: string;
}

/** How a client's connection came to carry its namespaces, where that was a part of the run. */
export interface JoinTable {
  rows: JoinRow[];
  /** Engine.IO sessions that it opened. */
  sessions: number;
  /** Path of the requests that opened them. */
  path: string;
}

/** @returns undefined where the client opened no connection in the run */
export function joinTable(
  observations: readonly Observation[],
  who: string,
): JoinTable | undefined {
  const joins = joinsOf(observations, who);
  const [first] = joins;
  if (!first) return undefined;
  const own = observations.filter((seen) => seen.where === who).filter(isPacket);
  const packets = (what: "packet-in" | "packet-out") =>
    own.filter((seen) => seen.what === what).map(({ packet }) => packet);
  return {
    rows: packets("packet-out").flatMap((sent) => rowOf(sent, packets("packet-in"))),
    sessions: new Set(joins.map(({ over }) => over.session)).size,
    path: first.over.path,
  };
}

const connect = "40";
const connectError = "44";
const event = "42";

function rowOf(sent: string, came: readonly string[]): JoinRow[] {
  const namespace = namespaceIn(sent);
  if (sent.startsWith(event)) return [{ sent, means: `the event, in ${namespace}` }];
  if (!sent.startsWith(connect)) return [];
  const got = came.find(
    (packet) =>
      namespaceIn(packet) === namespace &&
      (packet.startsWith(connect) || packet.startsWith(connectError)),
  );
  if (got === undefined) return [{ sent, means: `asks to join ${namespace}` }];
  const means = got.startsWith(connect) ? `joined ${namespace}` : `refused in ${namespace}`;
  return [{ sent, got, means }];
}

/** The namespace stands after the type, before a comma; `/` is left out. Socket.IO protocol 5. */
const namespaceIn = (packet: string): string => /^\d\d(\/[^,]*),/.exec(packet)?.[1] ?? "/";
