import { formatTime } from "./format-time.ts";
import type { Arrow, SpaceTime } from "./space-time.ts";
import { tellingMarks } from "./telling-marks.ts";

const arrowWords = ({ from, label, toLane, delay }: Arrow): string =>
  `${from.lane} to ${toLane}: ${label}, ${
    delay ? formatTime(delay.ms, delay.errorMs) : "did not arrive"
  }.`;

/** The drawing in sentences, for those who do not see it. */
export const timelineWords = (
  spaceTime: SpaceTime,
  reasons: Readonly<Record<string, string>>,
): string => {
  const { lanes, arrows, marks } = spaceTime;
  return [
    `Space-time diagram with the lanes ${lanes.join(", ")}.`,
    ...(arrows.length + marks.length === 0 ? ["Nothing has happened yet."] : []),
    ...arrows.map(arrowWords),
    ...tellingMarks(spaceTime).map(({ lane, text }) => `${lane}: ${text}.`),
    ...Object.entries(reasons).map(([lane, reason]) => `${lane} did not receive: ${reason}.`),
  ].join(" ");
};
