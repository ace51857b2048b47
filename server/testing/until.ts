import { setTimeout as sleep } from "node:timers/promises";

/** What takes longer hangs, also on a slow machine. */
export const givesUpAfterMs = 30_000;

/** Waits for a fact; throws when it does not come true. No test waits longer than the fact takes. */
export async function until(fact: () => boolean | Promise<boolean>): Promise<void> {
  const endMs = performance.now() + givesUpAfterMs;
  while (!(await fact())) {
    if (performance.now() > endMs) throw new Error(`until: ${fact} did not come true`);
    await sleep(5);
  }
}
