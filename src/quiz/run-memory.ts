import type { LabRun } from "./lab-run.ts";

type Listener = (run: LabRun) => void;

/** Keeps the last run of each lab and preset of a page, also before an item has woken up. */
export interface RunMemory {
  /** Starts listening to `lab:run` events that reach the target. A second call does nothing. */
  listenOn: (target: EventTarget) => void;
  /** Calls back with the last run, if there is one, and each later one. Returns how to stop. */
  follow: (lab: string, preset: string, listener: Listener) => () => void;
}

const isLabRun = (detail: unknown): detail is LabRun =>
  typeof detail === "object" && detail !== null && "lab" in detail && "observations" in detail;

/** An empty memory. */
export const createRunMemory = (): RunMemory => {
  const lastRuns = new Map<string, LabRun>();
  const listeners = new Map<Listener, string>();
  const targets = new WeakSet<EventTarget>();
  const nameOf = (lab: string, preset = "") => `${lab}/${preset}`;

  const hear = (event: Event) => {
    const run: unknown = (event as CustomEvent<unknown>).detail;
    if (!isLabRun(run)) return;
    const name = nameOf(run.lab, run.preset);
    lastRuns.set(name, run);
    for (const [listener, wanted] of listeners) if (wanted === name) listener(run);
  };

  return {
    listenOn: (target) => {
      if (targets.has(target)) return;
      targets.add(target);
      target.addEventListener("lab:run", hear);
    },
    follow: (lab, preset, listener) => {
      const name = nameOf(lab, preset);
      const last = lastRuns.get(name);
      listeners.set(listener, name);
      if (last) listener(last);
      return () => void listeners.delete(listener);
    },
  };
};

/** The memory of this page. */
export const runMemory: RunMemory = createRunMemory();
