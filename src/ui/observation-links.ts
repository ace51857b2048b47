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

interface Start {
  from: Placed;
  toLane: string;
  label: string;
}

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string) => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

const at = (placed: readonly Placed[], what: Observation["what"]): Placed[] =>
  placed.filter(({ observation }) => observation.what === what);

const eventOf = ({ observation }: Placed): string =>
  "event" in observation ? observation.event : "";

const clientAndEvent = (item: Placed): string => `${item.observation.where} ${eventOf(item)}`;

/** What left each client: its hand-overs, or its emits where hand-overs were not watched. */
const clientStarts = (placed: readonly Placed[]): Start[] => {
  const sent = groupBy(at(placed, "sent"), clientAndEvent);
  const kept = groupBy([...at(placed, "buffered"), ...at(placed, "dropped")], clientAndEvent);
  const emitted = groupBy(
    at(placed, "emitted").filter(({ observation }) => observation.where !== "server"),
    clientAndEvent,
  );
  const keys = new Set([...emitted.keys(), ...sent.keys()]);
  return [...keys].flatMap((key) => {
    const emits = emitted.get(key) ?? [];
    const left = sent.get(key) ?? emits.slice(0, emits.length - (kept.get(key)?.length ?? 0));
    return left.map((from) => ({ from, toLane: "server", label: eventOf(from) }));
  });
};

const serverStarts = (placed: readonly Placed[]): Start[] =>
  placed.flatMap((from) =>
    from.observation.what === "written"
      ? from.observation.write.recipients.map((toLane) => ({ from, toLane, label: eventOf(from) }))
      : [],
  );

const ackStarts = (placed: readonly Placed[]): Start[] =>
  placed.flatMap((from) =>
    from.observation.what === "acknowledged"
      ? [{ from, toLane: from.observation.to, label: "ack" }]
      : [],
  );

/** Whether a connection broke between the two, so that one cannot have become the other. */
const isCut = (start: Placed, end: Placed, breaks: readonly Placed[]): boolean =>
  breaks.some(({ atMs }) => atMs > start.atMs && atMs < end.atMs);

/**
 * Joins starts and ends in order, as one connection delivers them. Where more left than came out,
 * those that a broken connection separates from the next end are the lost ones.
 */
const join = (starts: readonly Start[], ends: readonly Placed[], breaks: readonly Placed[]) => {
  let surplus = starts.length - ends.length;
  let next = 0;
  return starts.map((start): Start & { to: Placed | undefined } => {
    const to = ends[next];
    if (to && surplus > 0 && isCut(start.from, to, breaks)) {
      surplus -= 1;
      return { ...start, to: undefined };
    }
    next += 1;
    return { ...start, to };
  });
};

const joinAll = (
  kind: Link["kind"],
  starts: readonly Start[],
  ends: readonly Placed[],
  keyOfStart: (start: Start) => string,
  keyOfEnd: (end: Placed) => string,
  breaks: readonly Placed[],
): Link[] => {
  const endsByKey = groupBy(ends, keyOfEnd);
  return [...groupBy(starts, keyOfStart)].flatMap(([key, group]) => {
    const lanes = [group[0]?.toLane, group[0]?.from.observation.where];
    const own = breaks.filter(({ observation }) => lanes.includes(observation.where));
    return join(group, endsByKey.get(key) ?? [], own).map((joined) => ({ kind, ...joined }));
  });
};

const sender = ({ observation }: Placed): string =>
  observation.what === "received" ? observation.from : "";

/** Everything that was on its way in a run. */
export const linkObservations = (placed: readonly Placed[]): Link[] => {
  const breaks = at(placed, "disconnected");
  return [
    ...joinAll(
      "event",
      clientStarts(placed),
      at(placed, "received"),
      ({ from }) => clientAndEvent(from),
      (end) => `${sender(end)} ${eventOf(end)}`,
      breaks,
    ),
    ...joinAll(
      "event",
      serverStarts(placed),
      at(placed, "arrived"),
      ({ toLane, label }) => `${toLane} ${label}`,
      clientAndEvent,
      breaks,
    ),
    ...joinAll(
      "ack",
      ackStarts(placed),
      at(placed, "ack-received"),
      ({ toLane }) => toLane,
      ({ observation }) => observation.where,
      breaks,
    ),
  ];
};
