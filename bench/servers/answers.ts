import { monitorEventLoopDelay } from "node:perf_hooks";

/** What the measuring process may ask a server's process, over the channel between them. */
export type Question =
  | { ask: "memory" }
  | { ask: "stall" }
  | { ask: "open-benches"; count: number };

/** Bytes of a server's process after a full collection. */
export interface Memory {
  heapBytes: number;
  rssBytes: number;
}

/** What a server's process says. */
export type Answer =
  | { port: number }
  | { memory: Memory }
  | { opened: number }
  | { stallMs: number };

/** Tells the measuring process where this server listens. */
export const ready = (port: number): void => say({ port });

/** Answers its questions, and ends with it. */
export function answer(openBenches: (count: number) => void): void {
  process.on("disconnect", () => process.exit(0));
  process.on("message", (question: Question) => {
    if (question.ask === "memory") say({ memory: memoryNow() });
    else if (question.ask === "stall") say({ stallMs: longestStallMs() });
    else if (question.ask === "open-benches") {
      openBenches(question.count);
      say({ opened: question.count });
    }
  });
}

const say = (answer: Answer): void => {
  process.send?.(answer);
};

const delays = monitorEventLoopDelay({ resolution: 1 });

/** Longest time that the loop was late since this was asked last; watching begins with the first. */
function longestStallMs(): number {
  const { max } = delays;
  delays.reset();
  delays.enable();
  return max / 1e6;
}

function memoryNow(): Memory {
  if (!globalThis.gc) throw new Error("memory: start this process with --expose-gc");
  for (let times = 0; times < 3; times += 1) globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapBytes: heapUsed, rssBytes: rss };
}
