import { vi } from "vitest";
import { givesUpAfterMs } from "./until.ts";

/** Waits until an assertion holds; its own words when it does not come to that. */
export const untilHolds = (assertion: () => void): Promise<void> =>
  vi.waitFor(assertion, { timeout: givesUpAfterMs, interval: 5 });
