import { numberRanges } from "#lib/number-ranges.ts";
import { missingIn, passedOver, type SeenRun, went } from "./run-facts.ts";

/** What became of one message that was to be sent. */
export type Fate = "arrived" | "missing" | "refused";

/** One message that the receiver got. */
export interface Arrival {
  name: string;
  /** Another of the same number had come before. */
  isCopy: boolean;
  /** A larger number had come before. */
  isLate: boolean;
}

/** The load on one of its ways. */
export interface Passage {
  over: "udp" | "tcp";
  sent: { name: string; fate: Fate }[];
  /** In the order in which they came; over TCP, words come as the reads gave them. */
  arrivals: Arrival[];
  /** The same in words. */
  says: string;
}

/** The ways that a run's load went. */
export const passages = (run: SeenRun): Passage[] =>
  (["udp", "tcp"] as const).filter((over) => went(run, over)).map((over) => passage(run, over));

function passage(run: SeenRun, over: "udp" | "tcp"): Passage {
  const sent = sentOver(run, over);
  const arrivals = arrivalsOver(run, over);
  return { over, sent, arrivals, says: wordsOf(run, over, arrivals) };
}

function sentOver(run: SeenRun, over: "udp" | "tcp"): Passage["sent"] {
  const passed = passedOver(run, over);
  const missing = new Set(missingIn(passed));
  const outs = run.observations.filter((seen) => seen.what === "numbered-out");
  const isText = passed.reads.some(({ text }) => text !== undefined);
  return outs
    .filter((seen) => seen.over === over)
    .flatMap(({ numbers, error, text }) =>
      numbers.map((number) => ({
        number,
        name: text === undefined ? String(number) : `“${text}”`,
        fate: error
          ? "refused"
          : missing.has(number) && !(isText && over === "tcp")
            ? "missing"
            : "arrived",
      })),
    )
    .toSorted((one, other) => one.number - other.number)
    .map(({ name, fate }) => ({ name, fate: fate as Fate }));
}

function arrivalsOver(run: SeenRun, over: "udp" | "tcp"): Arrival[] {
  const { reads } = passedOver(run, over);
  const words = reads.flatMap(({ text }) => (text === undefined ? [] : [`“${text}”`]));
  if (words.length > 0) return words.map((name) => ({ name, isCopy: false, isLate: false }));
  const came = new Set<number>();
  let largest = 0;
  return reads.flatMap(({ numbers }) =>
    numbers.map((number) => {
      const arrival = { name: String(number), isCopy: came.has(number), isLate: number < largest };
      came.add(number);
      largest = Math.max(largest, number);
      return arrival;
    }),
  );
}

function wordsOf(run: SeenRun, over: "udp" | "tcp", arrivals: readonly Arrival[]): string {
  const passed = passedOver(run, over);
  const missing = missingIn(passed);
  const isText = passed.reads.some(({ text }) => text !== undefined);
  const came = isText
    ? arrivals.map(({ name }) => name).join(", ")
    : numberRanges(passed.arrived) || "none";
  const lost = missing.length > 0 && !isText ? `; missing: ${numberRanges(missing)}` : "";
  return `Sender to Receiver over ${over.toUpperCase()}: ${passed.sent.length} sent; arrived in this order: ${came}${lost}.`;
}
