import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WiresharkField, WiresharkPacket } from "./captures.ts";

/** Whether tshark can be run here. */
export const hasTshark = (): boolean =>
  spawnSync("tshark", ["--version"], { stdio: "ignore" }).status === 0;

const options = ["-n", "-o", "tcp.relative_sequence_numbers:FALSE", "-T", "pdml"];

/** What tshark says of a capture's packets, in the form of those that are kept beside captures. */
export function tsharkPackets(file: Uint8Array): WiresharkPacket[] {
  const folder = mkdtempSync(join(tmpdir(), "frames-"));
  try {
    const path = join(folder, "frames.pcap");
    writeFileSync(path, file);
    return packetsOf(pdmlOf(path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pdmlOf(path: string): string {
  const limits = { encoding: "utf8", maxBuffer: 2 ** 28, timeout: 60_000 } as const;
  const { stdout, status } = spawnSync("tshark", [...options, "-r", path], limits);
  if (status !== 0) throw new Error(`tshark: status = ${status}, must be 0`);
  return stdout;
}

const packetsOf = (pdml: string): WiresharkPacket[] =>
  pdml
    .split("<packet>")
    .slice(1)
    .map((text, index) => packetOf(text, index + 1));

function packetOf(text: string, n: number): WiresharkPacket {
  const [, body = ""] = text.split('<proto name="frame"');
  const fields = [...body.matchAll(/<field [^>]*>/g)]
    .map(([tag]) => fieldOf(tag))
    .filter((field) => field !== undefined);
  const protos = [...body.matchAll(/<proto [^>]*>/g)].map(
    ([tag]): WiresharkPacket["protos"][number] => [
      attribute(tag, "name"),
      Number(attribute(tag, "pos")),
      Number(attribute(tag, "size")),
    ],
  );
  return { n, ts: "", len: 0, cap: 0, protos, fields };
}

function fieldOf(tag: string): WiresharkField | undefined {
  const name = attribute(tag, "name");
  const size = Number(attribute(tag, "size"));
  if (!name || !size) return undefined;
  const whole = attribute(tag, "unmaskedvalue");
  const hex = attribute(tag, "value");
  const shown = attribute(tag, "show") || null;
  return [name, Number(attribute(tag, "pos")), size, whole ? `${hex}/${whole}` : hex, shown];
}

const attribute = (tag: string, name: string): string =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
