import type { Run } from "./recording.ts";

/** Name of the DOM event that a lab's root sends when a run has ended. It bubbles. */
export const runEventName = "lab:run";

/** Tells the page around the lab that a run has ended. */
export function tellRun(root: Element, run: Run): void {
  root.dispatchEvent(new CustomEvent<Run>(runEventName, { bubbles: true, detail: run }));
}
