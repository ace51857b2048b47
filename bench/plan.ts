/** How much is measured. */
export interface Plan {
  rounds: number;
  /** Parts of a round: the servers take turns this often within it. */
  turns: number;
  emitsPerTurn: number;
  /** Emits of each server before the first turn. */
  warmEmits: number;
  /** Time between two emits, as between two presses of a button, only shorter. */
  pauseMs: number;
  broadcastsPerTurn: number;
  /** Benches of one control channel and three subjects; four times as many bare connections. */
  benches: number;
  /** Packets of the file that is taken apart. */
  packets: number;
}

const full: Plan = {
  rounds: 9,
  turns: 12,
  emitsPerTurn: 100,
  warmEmits: 6000,
  pauseMs: 2,
  broadcastsPerTurn: 3000,
  benches: 250,
  packets: 100_000,
};

const quick: Plan = {
  ...full,
  rounds: 3,
  turns: 4,
  benches: 100,
};

/** The parts that can be measured alone with `--only`. */
export const parts = ["speed", "memory", "tap", "sockets", "dissect", "pages"] as const;
export type Part = (typeof parts)[number];

/** What the command line asks for: all of it, unless `--quick` or `--only=speed,memory` say less. */
export function readPlan(args: readonly string[]): { plan: Plan; parts: readonly Part[] } {
  const only = args.find((arg) => arg.startsWith("--only="))?.slice("--only=".length);
  const names = only?.split(",");
  const known = parts.filter((part) => !names || names.includes(part));
  const isKnown = (arg: string) => arg === "--quick" || arg.startsWith("--only=");
  if (!args.every(isKnown) || (names && known.length !== names.length)) {
    throw new Error(`bench: use --quick, and --only= with some of ${parts.join(",")}`);
  }
  return { plan: args.includes("--quick") ? quick : full, parts: known };
}
