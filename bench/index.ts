/** `npm run bench`: how this host compares with a bare Socket.IO server. See README.md beside. */
import { join } from "node:path";
import { type Comparison, comparisonHead, comparisonRow, isKept } from "./comparison.ts";
import { dissectHead, hasTshark, measureDissect } from "./dissect.ts";
import { type MemoryFigures, measureMemory } from "./memory.ts";
import { pageHead, pageRows } from "./pages.ts";
import { readPlan } from "./plan.ts";
import { measureSockets, socketsHead } from "./sockets.ts";
import { measureSpeed } from "./speed.ts";
import type { Spread } from "./statistics.ts";
import { table } from "./table.ts";
import { measureTap, tapHead } from "./tap.ts";

const { plan, parts } = readPlan(process.argv.slice(2));
const siteDir = join(import.meta.dirname, "..", "dist", "site");

console.log(`Node ${process.versions.node}, medians of ${plan.rounds} rounds\n`);
const compared: Comparison[] = [];
if (parts.includes("speed")) compared.push(...(await measureSpeed(plan, progress("speed"))));
const memory = parts.includes("memory") ? await measureMemory(plan, progress("memory")) : undefined;
if (memory) compared.push(...memory.comparisons);
if (compared.length > 0) console.log(`${table(comparisonHead, compared.map(comparisonRow))}\n`);
if (memory) printEmptyBench(memory);
const tapped = parts.includes("tap") ? await measureTap(plan, progress("tap")) : [];
if (tapped.length > 0) console.log(`${table(tapHead, tapped.map(comparisonRow))}\n`);
const sockets = parts.includes("sockets") ? await measureSockets(plan, progress("sockets")) : [];
if (sockets.length > 0) console.log(`${table(socketsHead, sockets.map(comparisonRow))}\n`);
const dissected = parts.includes("dissect") ? measured() : [];
if (dissected.length > 0) console.log(`${table(dissectHead, dissected.map(comparisonRow))}\n`);
if (parts.includes("pages")) console.log(table(pageHead, pageRows(siteDir)));
if (![...compared, ...tapped, ...sockets, ...dissected].every(isKept)) process.exitCode = 1;

function measured(): Comparison[] {
  if (hasTshark()) return measureDissect(plan, progress("dissect"));
  console.log("(g) packets taken apart: not measured, since tshark is not installed here\n");
  return [];
}

function progress(part: string): (round: number) => void {
  return (round) => console.error(`${part}: round ${round + 1} of ${plan.rounds}`);
}

function printEmptyBench({ emptyBench: { heapKib, rssKib } }: MemoryFigures): void {
  console.log(`(c) bench without connections, KiB: heap ${of(heapKib)}, RSS ${of(rssKib)}\n`);
}

function of({ median, min, max }: Spread): string {
  return `${median.toFixed(1)} (${min.toFixed(1)}–${max.toFixed(1)})`;
}
