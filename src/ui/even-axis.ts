import type { CutAxis } from "./cut-axis.ts";

const steps = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
const leastStepPx = 60;

/** Scales times to a width evenly, with nothing cut out. @param times ascending */
export function evenAxis(times: readonly number[], widthPx: number): CutAxis {
  const [fromMs = 0] = times;
  const toMs = Math.max(times.at(-1) ?? 0, fromMs + 1);
  const xOf = (ms: number) =>
    (Math.min(Math.max(ms, fromMs), toMs) - fromMs) * (widthPx / (toMs - fromMs));
  return { xOf, cuts: [], stretches: [{ fromMs, toMs, x1: 0, x2: widthPx }] };
}

/** Round times along an even axis, far enough apart to be read. */
export function roundTimes({ fromMs, toMs, x1, x2 }: CutAxis["stretches"][number]): number[] {
  const pxPerMs = (x2 - x1) / (toMs - fromMs);
  const stepMs = steps.find((step) => step * pxPerMs >= leastStepPx) ?? toMs - fromMs;
  const first = Math.ceil(fromMs / stepMs);
  const count = Math.floor(toMs / stepMs) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * stepMs);
}
