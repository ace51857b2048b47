import type { Progress } from "../protocol.ts";

/** A newer question took the place of the one that is worked at. */
export class StaleTask extends Error {}

/** A long piece of work, which tells how far it is, and ends when it is not wanted any more. */
export interface Task {
  progress(progress: Progress): void;
  isStale(): boolean;
}

/** Lets messages come in, and throws `StaleTask` when one of them has made this task needless. */
export async function breathe(task: Task): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve));
  if (task.isStale()) throw new StaleTask();
}
