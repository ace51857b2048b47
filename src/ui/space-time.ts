import type { ClockName, Clocks, Observation } from "#lab-kit/observation.ts";
import type { LanePoint } from "./lane-point.ts";
import { type Mark, marksOf } from "./marks.ts";
import type { Link, Placed } from "./observation-links.ts";
import { type Outage, outagesOf } from "./outages.ts";
import { placeRun } from "./placed-run.ts";
import { errorBetweenMs } from "./run-clock.ts";

/** One event or acknowledgement on its way between two lanes. */
export interface Arrow {
  kind: "event" | "ack";
  label: string;
  from: LanePoint;
  /** Absent when it was handed over and never came out. */
  to: LanePoint | undefined;
  toLane: string;
  /** Measured way, and how far it may be off; absent when it never came out. */
  delay: { ms: number; errorMs: number } | undefined;
  /** The clocks put the arrival before the sending, by less than their error, or by more. */
  order: "measured" | "within-error" | "contradicted";
}

/** A run as a drawing: lanes for hosts, time downwards, an arrow for each thing on its way. */
export interface SpaceTime {
  lanes: readonly string[];
  arrows: Arrow[];
  marks: Mark[];
  outages: Outage[];
  /** First and last time drawn; both 0 for an empty run. */
  startMs: number;
  endMs: number;
}

const orderOf = (delay: Arrow["delay"]): Arrow["order"] => {
  if (!delay || delay.ms >= 0) return "measured";
  return -delay.ms <= delay.errorMs ? "within-error" : "contradicted";
};

const delayOf = ({ from, to }: Link, clocks: Clocks): Arrow["delay"] =>
  to && {
    ms: to.atMs - from.atMs,
    errorMs: errorBetweenMs(from.observation.clock, to.observation.clock, clocks),
  };

const toPoint = (
  { observation, atMs, drawMs }: Placed,
  origin: ClockName,
  clocks: Clocks,
): LanePoint => ({
  lane: observation.where,
  atMs,
  errorMs: errorBetweenMs(observation.clock, origin, clocks),
  drawMs,
});

const toArrow = (link: Link, origin: ClockName, clocks: Clocks): Arrow => {
  const delay = delayOf(link, clocks);
  return {
    kind: link.kind,
    label: link.label,
    from: toPoint(link.from, origin, clocks),
    to: link.to && toPoint(link.to, origin, clocks),
    toLane: link.toLane,
    delay,
    order: orderOf(delay),
  };
};

/**
 * Lays a run out in space and time. What happened on lanes that are not drawn is left out, and so
 * are marks from before the origin, which set the scene and are in the log.
 *
 * @param isOver whether the run has ended: what has not come out is then drawn as lost, and left out
 * until then
 */
export const spaceTime = (
  observations: readonly Observation[],
  clocks: Clocks,
  lanes: readonly string[],
  isOver = true,
): SpaceTime => {
  const { origin, placed, links } = placeRun(observations, clocks);
  const clock = origin?.clock ?? "server";
  // Where observations were not kept, one that is missing proves no loss.
  const isComplete = !observations.some(({ what }) => what === "skipped");
  const isDrawn = (lane: string) => lanes.includes(lane);
  const arrows = links
    .filter(({ to }) => to || (isComplete && isOver))
    .filter(({ from, toLane }) => isDrawn(from.observation.where) && isDrawn(toLane))
    .map((link) => toArrow(link, clock, clocks));
  const marks = marksOf(placed)
    .filter(({ item }) => isDrawn(item.observation.where) && item.drawMs >= 0)
    .map(({ item, kind, text }) => ({ ...toPoint(item, clock, clocks), kind, text }));
  const drawn = [...arrows.flatMap(({ from, to }) => [from, ...(to ? [to] : [])]), ...marks];
  const times = drawn.length > 0 ? drawn.map(({ drawMs }) => drawMs) : [0];
  const startMs = Math.min(...times);
  return {
    lanes,
    arrows,
    marks,
    outages: outagesOf(placed, startMs).filter(({ lane }) => isDrawn(lane)),
    startMs,
    endMs: Math.max(...times),
  };
};
