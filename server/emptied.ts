import { setTimeout as sleep } from "node:timers/promises";
import type { Server as Engine } from "engine.io";

const lookEveryMs = 10;

/** Resolves when the engine has no session left, or after `withinMs`. */
export async function emptied(engine: Engine, withinMs: number): Promise<void> {
  const endMs = performance.now() + withinMs;
  while (engine.clientsCount > 0 && performance.now() < endMs) await sleep(lookEveryMs);
}
