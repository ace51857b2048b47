/** Ways in which a page can be told of news. */
export const transports = ["polling", "long-polling", "events", "websocket"] as const;
export type Transport = (typeof transports)[number];

/** Name of each way's lane, which is a seat of its own on the bench. */
export const laneNames = {
  polling: "Polling",
  "long-polling": "Long polling",
  events: "Event stream",
  websocket: "WebSocket",
} as const satisfies Record<Transport, string>;

/** Event streams that take a browser's connections. They share a seat. */
export const streamNumbers = ["1", "2", "3", "4", "5", "6"] as const;
export const streamsSeat = "Streams";
export const streamName = (number: string): string => `Stream ${number}`;

/** Who comes when the connections are taken. */
export const fetchName = "Fetch";
export const socketName = "New WebSocket";

/** How often polling asks, in ms. */
export const intervalsMs = [250, 500, 1000] as const;
export type IntervalMs = (typeof intervalsMs)[number];

/**
 * At which moments the news happens: each is a seed. Chosen among draws so that polling is about as
 * late as it is on average over many, half an interval.
 */
export const seeds = [224, 158, 295] as const;
export type Seed = (typeof seeds)[number];

/** What the reader sets. */
export interface Settings {
  /** `news`: the same news on each lane. `connections`: what six open streams leave over. */
  show: "news" | "connections";
  /** In the order of `transports`. */
  lanes: readonly Transport[];
  everyMs: IntervalMs;
  seed: Seed;
}

/** Who still got through while all connections were taken. */
export type Visitor = "fetch" | "websocket";

/** What the reader may say of a run before it. */
export interface Said {
  fewestRequests?: readonly Transport[];
  latest?: Transport;
  /** For a lane alone: its number of requests. */
  requests?: number;
  stillWorks?: readonly Visitor[];
}

/** How much news a run has, and from when to when it happens. */
export const newsCount = 5;
const firstNewsMs = 300;
const lastNewsMs = 4700;

/** Moments of the news in ms after the beginning, ascending. @param random gives numbers in [0, 1) */
export const newsTimesMs = (random: () => number): number[] =>
  Array.from({ length: newsCount }, () => firstNewsMs + random() * (lastNewsMs - firstNewsMs))
    .map(Math.round)
    .sort((a, b) => a - b);

/** Name of one item in observations. */
export const newsName = (number: number): string => `news ${number}`;

/** Number of the item that a message is; `undefined` for another message. */
export function newsNumber(message: string): number | undefined {
  const [, number] = /^news (\d+)$/.exec(message) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Ways that keep a request open, and so need a lease; the browser counts WebSockets apart. */
export const staysOpen = (lane: Transport): boolean => lane === "long-polling" || lane === "events";

/** How long the last two of six streams stay open, so that nobody waits longer. */
export const shortStreamsMs = 1000;
export const shortStreams: readonly string[] = streamNumbers.slice(-2).map(streamName);

/** Whether a value, as a file holds it, is settings that this lab can show. */
export function isSettings(value: unknown): value is Settings {
  if (typeof value !== "object" || value === null) return false;
  const { show, lanes, everyMs, seed } = value as Readonly<Record<string, unknown>>;
  return (
    (show === "news" || show === "connections") &&
    Array.isArray(lanes) &&
    lanes.length <= transports.length &&
    lanes.every((lane) => transports.includes(lane)) &&
    intervalsMs.includes(everyMs as IntervalMs) &&
    seeds.includes(seed as Seed)
  );
}
