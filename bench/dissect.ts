import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { linkTypes } from "#wire/link-types.ts";
import { writePcap } from "#wire/pcap-write.ts";
import { type PacketWithBytes, readCapture } from "#wire/read-capture.ts";
import type { Comparison, Pair } from "./comparison.ts";
import type { Plan } from "./plan.ts";
import type { Row } from "./table.ts";

/** Head of the rows of this part, which compares the dissector with tshark. */
export const dissectHead: Row = ["", "ours", "tshark", "unit", "ours / tshark", "spread", "target"];

const captures = join(import.meta.dirname, "..", "src", "wire", "fixtures", "captures");

/** As many fields as a packet list has columns, names not resolved. */
const tsharkFields = ["frame.number", "ip.src", "ip.dst", "ipv6.src", "ipv6.dst", "tcp.srcport"];

/** Whether tshark can be run here. */
export const hasTshark = (): boolean =>
  spawnSync("tshark", ["--version"], { stdio: "ignore" }).status === 0;

/**
 * Measures (g): packets per second from a file, each program from its start to its end. Ours makes
 * all fields of all packets; tshark prints some of them.
 */
export function measureDissect(plan: Plan, roundDone: (round: number) => void): Comparison[] {
  const folder = mkdtempSync(join(tmpdir(), "dissect-"));
  try {
    const file = join(folder, "packets.pcap");
    writeFileSync(file, packetsOf(plan.packets));
    const rounds: Pair[] = [];
    for (let round = 0; round < plan.rounds; round += 1) {
      rounds.push(roundOf(file, plan.packets, round % 2 === 0));
      roundDone(round);
    }
    const target = { atLeast: 1 };
    return [{ name: "(g) packets taken apart", unit: "packets / s", rounds, target }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The Ethernet packets of our captures, again and again. */
function packetsOf(count: number): Uint8Array {
  const packets: PacketWithBytes[] = readdirSync(captures)
    .filter((name) => name.endsWith(".pcap"))
    .flatMap((name) => readCapture(readFileSync(join(captures, name))).packets)
    .filter(({ link }) => link === linkTypes.ethernet);
  const repeated = Array.from({ length: count }, (_, index) => {
    const { bytes, originalBytes } = packets[index % packets.length] as PacketWithBytes;
    const time = { seconds: Math.floor(index / 1000), nanoseconds: (index % 1000) * 1_000_000 };
    return { time, bytes, originalBytes };
  });
  return writePcap(repeated, { link: linkTypes.ethernet });
}

function roundOf(file: string, packets: number, isOursFirst: boolean): Pair {
  const ours = () => packetsPerS(packets, process.execPath, [dissectFile, file]);
  const shark = () =>
    packetsPerS(packets, "tshark", ["-n", "-r", file, "-T", "fields", ...columns]);
  if (isOursFirst) return { host: ours(), bare: shark() };
  const bare = shark();
  return { host: ours(), bare };
}

const dissectFile = join(import.meta.dirname, "dissect-file.ts");
const columns = tsharkFields.flatMap((field) => ["-e", field]);

function packetsPerS(packets: number, command: string, args: readonly string[]): number {
  const fromMs = performance.now();
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  const tookMs = performance.now() - fromMs;
  const lines = stdout.split("\n").length - 1;
  if (status !== 0 || (command === "tshark" ? lines : Number(stdout)) !== packets)
    throw new Error(`${command}: status = ${status}, lines = ${lines}, must be ${packets} packets`);
  return packets / (tookMs / 1000);
}
