import type { LayerPart } from "./layer-parts.ts";

/** No part is drawn narrower than this, in percent of the frame. */
const leastPercent = 3;

/** How wide each part of a frame is drawn, in percent: by its bytes, as far as it stays in sight. */
export function barShares(parts: readonly LayerPart[]): number[] {
  const bytes = parts.map(({ from, to }) => to - from);
  const whole = bytes.reduce((sum, each) => sum + each, 0);
  const raw = bytes.map((each) => Math.max(leastPercent, (100 * each) / whole));
  const sum = raw.reduce((all, each) => all + each, 0);
  return raw.map((each) => (100 * each) / sum);
}
