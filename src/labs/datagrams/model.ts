/** What the relay does, in percent and ms. The same seed does the same to the same numbers. */
export interface RelaySettings {
  lossPercent: number;
  doublePercent: number;
  /** Every datagram waits this long. */
  delayMs: number;
  /** And up to this much longer, each for itself. */
  spreadMs: number;
  seed: number;
}

/** What the reader sets. */
export interface Settings {
  /** `words`: “hello”, nothing, “world”. `numbers`: datagrams of one size, numbered from 1. */
  payload: "words" | "numbers";
  count: number;
  sizeBytes: number;
  /** Pause between two; 0 sends all in one go. */
  everyMs: EveryMs;
  /** `closed`: nobody has the port that is sent to. */
  peer: "open" | "closed";
  /** The sender calls `connect()` on its socket first. */
  isConnected: boolean;
  /** The receiver's buffer: what the system gives, or the least that it gives. */
  buffer: "usual" | "small";
  way: "straight" | "relay";
  relay: RelaySettings;
  /** The same load goes over a TCP connection, too. */
  besideTcp: boolean;
}

export const everyMsOptions = [0, 5, 20, 50] as const;
export type EveryMs = (typeof everyMsOptions)[number];

/** What the words are, one for each datagram. */
export const words = ["hello", "", "world"] as const;

/** Limits of one run. They keep a burst short: other benches share its thread. */
export const limits = {
  count: { from: 1, to: 500 },
  /** The number of a datagram takes two bytes. */
  sizeBytes: { from: 2, to: 66_000 },
  percent: { from: 0, to: 90 },
  delayMs: { from: 0, to: 300 },
  spreadMs: { from: 0, to: 300 },
  seed: { from: 1, to: 999 },
} as const;
export const mostBytes = 1_000_000;
export const mostSendingMs = 3000;

/** Largest payload over IPv4: 65,535 less 20 bytes of IP header and 8 of UDP header. */
export const largestPayloadBytes = 65_507;

/** Names of the programs, as observations have them. */
export const sender = "Sender";
export const receiver = "Receiver";
export const relayName = "Relay";

/** Number of datagrams that a run sends. */
export const countOf = ({ payload, count }: Settings): number =>
  payload === "words" ? words.length : count;

/** What is wrong with the settings; `undefined` when they may run. */
export const settingsProblem = (settings: Settings): string | undefined =>
  wayProblem(settings) ?? (settings.payload === "words" ? undefined : loadProblem(settings));

function wayProblem({ payload, way, peer, besideTcp }: Settings): string | undefined {
  if (way === "relay" && payload === "words") return "The relay goes by numbers: send those.";
  if (besideTcp && (way === "relay" || peer === "closed"))
    return "Over TCP it goes straight to a receiver here.";
  return undefined;
}

function loadProblem({ count, sizeBytes, everyMs }: Settings): string | undefined {
  if (!isWithin(count, limits.count)) return "Send 1 to 500 datagrams.";
  if (!isWithin(sizeBytes, limits.sizeBytes)) return "A datagram here has 2 to 66,000 bytes.";
  if (count * sizeBytes > mostBytes) return "All together may have 1,000,000 bytes.";
  if (count * everyMs > mostSendingMs) return "With this pause that would take over 3 s.";
  return undefined;
}

const isWithin = (value: unknown, { from, to }: { from: number; to: number }): boolean =>
  Number.isInteger(value) && (value as number) >= from && (value as number) <= to;

const oneOf = (value: unknown, options: readonly unknown[]): boolean => options.includes(value);

/** Whether a value, as a file holds it, is settings that this lab can show. */
export function isSettings(value: unknown): value is Settings {
  if (typeof value !== "object" || value === null) return false;
  const settings = value as Settings;
  return (
    oneOf(settings.payload, ["words", "numbers"]) &&
    oneOf(settings.everyMs, everyMsOptions) &&
    oneOf(settings.peer, ["open", "closed"]) &&
    oneOf(settings.buffer, ["usual", "small"]) &&
    oneOf(settings.way, ["straight", "relay"]) &&
    typeof settings.isConnected === "boolean" &&
    typeof settings.besideTcp === "boolean" &&
    isWithin(settings.count, limits.count) &&
    isWithin(settings.sizeBytes, limits.sizeBytes) &&
    isRelay(settings.relay) &&
    settingsProblem(settings) === undefined
  );
}

function isRelay(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const relay = value as RelaySettings;
  return (
    isWithin(relay.lossPercent, limits.percent) &&
    isWithin(relay.doublePercent, limits.percent) &&
    isWithin(relay.delayMs, limits.delayMs) &&
    isWithin(relay.spreadMs, limits.spreadMs) &&
    isWithin(relay.seed, limits.seed)
  );
}
