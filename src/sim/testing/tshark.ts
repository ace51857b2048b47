import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether tshark is on this machine. */
export function hasTshark(): boolean {
  try {
    execFileSync("tshark", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const checksums = ["ip", "tcp", "udp"].flatMap((layer) => ["-o", `${layer}.check_checksum:TRUE`]);

/**
 * What tshark reads in a capture file: for each packet the values of the fields that are asked for,
 * several of one name with commas between them.
 */
export function tsharkFields(
  file: Uint8Array,
  fields: readonly string[],
): Record<string, string>[] {
  const folder = mkdtempSync(join(tmpdir(), "wirebook-layers-"));
  try {
    const path = join(folder, "made.pcap");
    writeFileSync(path, file);
    const asked = fields.flatMap((field) => ["-e", field]);
    const args = ["-n", "-r", path, ...checksums, "-T", "fields", ...asked];
    const text = execFileSync("tshark", args, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 64_000_000,
    });
    return text
      .split("\n")
      .slice(0, -1)
      .map((line) => {
        const values = line.split("\t");
        return Object.fromEntries(fields.map((field, index) => [field, values[index] ?? ""]));
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
