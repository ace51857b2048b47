import type { Settings } from "./model.ts";
import { openingFrames } from "./opening.ts";
import type { ShownFrame } from "./shown-run.ts";

/** Which link a capture is of. */
export type ExportedLink = "near" | "far";

/** The frames that a capture of Ann's link, or of the server's, would hold, in order. */
export function exportedFrames(
  frames: readonly ShownFrame[],
  link: ExportedLink,
  opening: Settings | undefined,
): Uint8Array[] {
  const isNear = ({ from, to }: ShownFrame) => from === "Ann" || to === "Ann";
  const own = frames.filter((frame) => isNear(frame) === (link === "near"));
  const before = opening && link === "near" ? openingFrames(opening) : [];
  return [...before, ...own.map(({ bytes }) => bytes)];
}
