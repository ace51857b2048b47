import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { LeakReport } from "./leak-run.ts";

const script = join(import.meta.dirname, "leak-run.ts");

/** Opens so many benches in a process of its own, and tells what is left of them. */
export async function runLeaks(benches: number): Promise<LeakReport> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--expose-gc",
    script,
    String(benches),
  ]);
  return JSON.parse(stdout) as LeakReport;
}
