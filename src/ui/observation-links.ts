import type { Observation } from "#lab-kit/observation.ts";

/** An observation at its place in a run; `drawMs` never comes before its cause. */
export interface Placed {
  observation: Observation;
  /** Milliseconds after the origin, as measured. */
  atMs: number;
  /** The same, moved down where a clock's error would make an arrow point upwards. */
  drawMs: number;
}

/** One thing on its way: where it was handed over, and where it came out, if it did. */
export interface Link {
  kind: "event" | "ack";
  label: string;
  from: Placed;
  toLane: string;
  to: Placed | undefined;
}

/** What one connection delivers in order: the starts and ends of one way, for one event. */
interface Way {
  starts: Placed[];
  ends: Placed[];
  link: Pick<Link, "kind" | "label" | "toLane">;
  /** The client's lane: what broke on it broke the way. */
  client: string;
}

/** Whether clients' hand-overs were watched; where they were not, an emit stands for one. */
const isWatched = (placed: readonly Placed[]): boolean =>
  placed.some(({ observation: { what } }) => ["sent", "buffered", "dropped"].includes(what));

/** Of two ends, the one that is not the server; the one that speaks where neither is. */
const clientOf = (one: string, other: string): string => (one === "server" ? other : one);

const waysOf = (placed: readonly Placed[]): Way[] => {
  const leaves = isWatched(placed) ? "sent" : "emitted";
  const ways = new Map<string, Way>();
  const way = (kind: Link["kind"], label: string, toLane: string, client: string): Way => {
    const key = [kind, label, toLane, client].join("\n");
    const found = ways.get(key) ?? { starts: [], ends: [], link: { kind, label, toLane }, client };
    ways.set(key, found);
    return found;
  };
  for (const item of placed) {
    const o = item.observation;
    if ((o.what === "sent" || o.what === "emitted") && o.what === leaves && o.where !== "server")
      way("event", o.event, "server", o.where).starts.push(item);
    if (o.what === "received") way("event", o.event, "server", o.from).ends.push(item);
    if (o.what === "arrived") way("event", o.event, o.where, o.where).ends.push(item);
    if (o.what === "acknowledged") way("ack", "ack", o.to, o.to).starts.push(item);
    if (o.what === "ack-received" || o.what === "ack-late")
      way("ack", "ack", o.where, o.where).ends.push(item);
    if (o.what === "packet-out")
      way("event", o.packet, o.to, clientOf(o.where, o.to)).starts.push(item);
    if (o.what === "packet-in")
      way("event", o.packet, o.where, clientOf(o.where, o.from)).ends.push(item);
    if (o.what === "message-out")
      way("event", o.message, o.to, clientOf(o.where, o.to)).starts.push(item);
    if (o.what === "message-in")
      way("event", o.message, o.where, clientOf(o.from, o.where)).ends.push(item);
    if (o.what === "written")
      for (const to of o.write.recipients) way("event", o.event, to, to).starts.push(item);
  }
  return [...ways.values()];
};

/**
 * Joins starts and ends in order. Where more left than came out, those that a broken connection
 * separates from the next end are the lost ones.
 */
const join = ({ starts, ends, link, client }: Way, breaks: readonly Placed[]): Link[] => {
  let surplus = starts.length - ends.length;
  let next = 0;
  const isCut = (from: Placed, to: Placed) =>
    breaks.some(
      ({ observation, atMs }) => observation.where === client && atMs > from.atMs && atMs < to.atMs,
    );
  return starts.map((from): Link => {
    const to = ends[next];
    const isLost = to && surplus > 0 && isCut(from, to);
    if (isLost) surplus -= 1;
    else next += 1;
    return { ...link, from, to: isLost ? undefined : to };
  });
};

/** Everything that was on its way in a run. */
export const linkObservations = (placed: readonly Placed[]): Link[] => {
  const breaks = placed.filter(({ observation }) => observation.what === "disconnected");
  return waysOf(placed).flatMap((way) => join(way, breaks));
};
