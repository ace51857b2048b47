import { fail, ok, type Result } from "#lib/result.ts";
import { readWholeNumber } from "./whole-number.ts";

/** One limit: its variable, its default and bounds (in `unit`), and what it holds back. */
export interface LimitRow {
  name: string;
  env: `LIMIT_${string}`;
  default: number;
  min: number;
  max: number;
  unit:
    | "benches"
    | "connections"
    | "sessions"
    | "guests"
    | "sockets"
    | "bytes"
    | "per second"
    | "ms";
  says: string;
}

const KIB = 1024;
const MIB = 1024 * KIB;
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Every limit of the host, in the order of the configuration table. What is counted per address is
 * sized for a school behind one address; what is counted per bench is strict.
 */
export const limitRows = [
  {
    name: "benches",
    env: "LIMIT_BENCHES",
    default: 1000,
    min: 1,
    max: 100_000,
    unit: "benches",
    says: "benches open on the host at once",
  },
  {
    name: "benchesPerAddress",
    env: "LIMIT_BENCHES_PER_ADDRESS",
    default: 100,
    min: 1,
    max: 100_000,
    unit: "benches",
    says: "benches open at once from one address",
  },
  {
    name: "connections",
    env: "LIMIT_CONNECTIONS",
    default: 5000,
    min: 1,
    max: 1_000_000,
    unit: "connections",
    says: "connections to the host at once, subjects and control channels together",
  },
  {
    name: "connectionsPerAddress",
    env: "LIMIT_CONNECTIONS_PER_ADDRESS",
    default: 800,
    min: 1,
    max: 1_000_000,
    unit: "connections",
    says: "connections at once from one address, subjects and control channels together",
  },
  {
    name: "subjectsPerBench",
    env: "LIMIT_SUBJECTS_PER_BENCH",
    default: 8,
    min: 1,
    max: 1000,
    unit: "sessions",
    says: "sessions of subjects on one bench at once, guests included",
  },
  {
    name: "guestsPerBench",
    env: "LIMIT_GUESTS_PER_BENCH",
    default: 1,
    min: 0,
    max: 1,
    unit: "guests",
    says: "guests on one bench at once; 0 turns joining by link off",
  },
  {
    name: "socketsPerBench",
    env: "LIMIT_SOCKETS_PER_BENCH",
    default: 24,
    min: 8,
    max: 256,
    unit: "sockets",
    says: "TCP and UDP sockets of one program of a bench in the kernel at once",
  },
  {
    name: "subjectMessageBytes",
    env: "LIMIT_SUBJECT_MESSAGE_BYTES",
    default: 16 * KIB,
    min: 1 * KIB,
    max: 64 * KIB,
    unit: "bytes",
    says: "size of one message from a subject",
  },
  {
    name: "controlMessageBytes",
    env: "LIMIT_CONTROL_MESSAGE_BYTES",
    default: 64 * KIB,
    min: 16 * KIB,
    max: MIB,
    unit: "bytes",
    says: "size of one message on the control channel",
  },
  {
    name: "commandsPerSecond",
    env: "LIMIT_COMMANDS_PER_SECOND",
    default: 20,
    // Opening a bench takes seven.
    min: 10,
    max: 100_000,
    unit: "per second",
    says: "commands of one bench in a second",
  },
  {
    name: "eventsPerSecond",
    env: "LIMIT_EVENTS_PER_SECOND",
    default: 50,
    min: 1,
    max: 1_000_000,
    unit: "per second",
    says: "events from the subjects of one bench in a second",
  },
  {
    name: "benchIdleMs",
    env: "LIMIT_BENCH_IDLE_MS",
    default: 15 * MINUTE_MS,
    min: SECOND_MS,
    max: 24 * HOUR_MS,
    unit: "ms",
    says: "time after which a bench that nobody uses ends",
  },
  {
    name: "benchLifetimeMs",
    env: "LIMIT_BENCH_LIFETIME_MS",
    default: 4 * HOUR_MS,
    min: SECOND_MS,
    max: 7 * 24 * HOUR_MS,
    unit: "ms",
    says: "time after which any bench ends",
  },
  {
    name: "controlAwayMs",
    env: "LIMIT_CONTROL_AWAY_MS",
    default: 120 * SECOND_MS,
    min: 61 * SECOND_MS,
    max: HOUR_MS,
    unit: "ms",
    says: "time that a bench waits for its page to come back",
  },
  {
    name: "heldBytes",
    env: "LIMIT_HELD_BYTES",
    default: MIB,
    min: 64 * KIB,
    max: 1024 * MIB,
    unit: "bytes",
    says: "bytes of one bench that wait for clients that do not read",
  },
  {
    name: "recoveryBytes",
    env: "LIMIT_RECOVERY_BYTES",
    default: 256 * KIB,
    min: 0,
    max: 1024 * MIB,
    unit: "bytes",
    says: "bytes of packets that one bench keeps for clients that may come back",
  },
  {
    name: "tappedBytes",
    env: "LIMIT_TAPPED_BYTES",
    default: 256 * KIB,
    min: 16 * KIB,
    max: 16 * MIB,
    unit: "bytes",
    says: "bytes of one run that a bench's tap keeps; beyond, it counts",
  },
] as const satisfies readonly LimitRow[];

/** Name of a limit. */
export type LimitName = (typeof limitRows)[number]["name"];

/** The limits in force, each in the unit of its row. */
export type Limits = Record<LimitName, number>;

/** The limits when no variable is set. */
export const defaultLimits: Readonly<Limits> = Object.freeze(
  Object.fromEntries(limitRows.map((row) => [row.name, row.default])) as Limits,
);

/**
 * Limits from `LIMIT_…` variables; an empty one counts as not set. Fails with one sentence for each
 * wrong value and each `LIMIT_…` name that no row has, so that a misspelt limit is not ignored.
 */
export function readLimits(env: NodeJS.ProcessEnv): Result<Limits, string[]> {
  const limits: Limits = { ...defaultLimits };
  const problems = unknownNames(env);
  for (const row of limitRows) {
    const read = readWholeNumber(env, { ...row, fallback: row.default });
    if (read.ok) limits[row.name] = read.value;
    else problems.push(read.failure);
  }
  return problems.length > 0 ? fail(problems) : ok(limits);
}

function unknownNames(env: NodeJS.ProcessEnv): string[] {
  const known = new Set<string>(limitRows.map((row) => row.env));
  const unknown = Object.keys(env).filter((name) => name.startsWith("LIMIT_") && !known.has(name));
  return unknown
    .sort()
    .map((name) => `${name} is not a limit; the limits are ${[...known].join(", ")}.`);
}
