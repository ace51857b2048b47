import { median, spreadOf } from "./statistics.ts";
import type { Row } from "./table.ts";

/** One figure of both servers, measured in the same round. */
export interface Pair {
  host: number;
  bare: number;
}

/** One thing that was compared, and what was promised about it. */
export interface Comparison {
  name: string;
  unit: string;
  rounds: readonly Pair[];
  /** Bound of the median ratio host / bare. */
  target?: { atMost: number } | { atLeast: number };
}

/** Head of the rows that `comparisonRow` makes. */
export const comparisonHead: Row = ["", "host", "bare", "unit", "host / bare", "spread", "target"];

/** Whether the median of the rounds' ratios keeps what was promised. */
export function isKept({ rounds, target }: Comparison): boolean {
  if (!target) return true;
  const { median: ratio } = ratioOf(rounds);
  return "atMost" in target ? ratio <= target.atMost : ratio >= target.atLeast;
}

/** Medians of both, and median and spread of the rounds' ratios. */
export function comparisonRow(comparison: Comparison): Row {
  const { name, unit, rounds } = comparison;
  const ratio = ratioOf(rounds);
  return [
    name,
    short(median(rounds.map(({ host }) => host))),
    short(median(rounds.map(({ bare }) => bare))),
    unit,
    `${ratio.median.toFixed(2)}×`,
    `${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)}`,
    targetText(comparison),
  ];
}

const ratioOf = (rounds: readonly Pair[]) => spreadOf(rounds.map(({ host, bare }) => host / bare));

function targetText(comparison: Comparison): string {
  const { target } = comparison;
  if (!target) return "";
  const bound = "atMost" in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
  return `${bound} ${isKept(comparison) ? "kept" : "MISSED"}`;
}

/** Three digits or so: enough to compare, no more than was measured. */
const short = (figure: number): string =>
  figure >= 100 ? figure.toFixed(0) : figure >= 10 ? figure.toFixed(1) : figure.toFixed(3);
