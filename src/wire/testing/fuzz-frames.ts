import { hexOf } from "../bits.ts";
import { dissectFrame } from "../dissect-frame.ts";
import { readCapture } from "../read-capture.ts";
import { captureFile, captureNames } from "./captures.ts";
import { frameFaults } from "./frame-faults.ts";
import { mutated } from "./mutated.ts";

const links = [0, 1, 101, 108, 113, 228, 229, 276];

/**
 * Takes so many mutated packets of the captures apart, and says what is wrong with the first that
 * fails. Every tenth is checked byte by byte; the others shall not throw.
 */
export function fuzzFrames(random: () => number, inputs: number): string | undefined {
  const packets = captureNames.flatMap((name) => readCapture(captureFile(name)).packets);
  for (let count = 0; count < inputs; count++) {
    const packet = packets[Math.floor(random() * packets.length)];
    if (!packet) throw new Error("captures = none, must be there");
    const bytes = mutated(packet.bytes, random);
    const other = links[Math.floor(random() * links.length)] ?? 1;
    const link = random() < 0.9 ? packet.link : other;
    const original = random() < 0.2 ? bytes.length + 100 : undefined;
    const faults = count % 10 === 0 ? frameFaults(bytes, link, original) : thrown(bytes, link);
    if (faults.length > 0) return `input ${count}, link ${link}, ${hexOf(bytes)}: ${faults}`;
  }
  return undefined;
}

function thrown(bytes: Uint8Array, link: number): string[] {
  try {
    dissectFrame(bytes, link);
    return [];
  } catch (error) {
    return [String(error)];
  }
}
