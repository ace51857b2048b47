import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/**
 * What the thread of programs gets of a core that another wants, too: about a quarter. With a tenth,
 * programs on a machine under load did not answer in time, nor did the process that accepts, which
 * has the niceness of the thread that starts it.
 */
const niceness = 5;

/**
 * Lets every other thread go before this one, so that the bytes that programs move delay no other
 * bench's events. Linux has a priority for each thread; elsewhere it would be that of the whole
 * process, and nothing is done.
 */
export function stepBack(): void {
  if (process.platform !== "linux") return;
  const thread = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
  setPriority(thread, niceness);
}
