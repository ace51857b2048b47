import { expect, test } from "vitest";
import { captureFile, captureNames } from "#wire/testing/captures.ts";
import { printedSeed } from "#wire/testing/printed-seed.ts";
import { noFilter } from "../model.ts";
import { CaptureSession } from "./capture-session.ts";
import type { Task } from "./task.ts";

const task: Task = { progress: () => {}, isStale: () => false };

/** Some bytes changed, and perhaps the end cut off. */
function spoiled(file: Uint8Array, random: () => number): Uint8Array<ArrayBuffer> {
  const copy = file.slice(0, random() < 0.3 ? Math.floor(random() * file.length) : file.length);
  for (let count = 0; count < 40; count++)
    copy[24 + Math.floor(random() * (copy.length - 24))] = Math.floor(random() * 256);
  return copy as Uint8Array<ArrayBuffer>;
}

test("mutated captures are listed as far as they go, and each packet is taken apart", async () => {
  const random = printedSeed("hostile-files");
  for (let run = 0; run < 150; run++) {
    const name = captureNames[run % captureNames.length] ?? "";
    const session = await CaptureSession.open(new Blob([spoiled(captureFile(name), random)]), task);
    const { packets } = session.overview();
    expect(await session.rows(0, 500)).toHaveLength(Math.min(500, packets));
    expect(await session.filter({ ...noFilter, text: "a" }, task)).toBeLessThanOrEqual(packets);
    for (let number = 0; number < packets; number += 11) {
      const { bytes, fields } = await session.packet(number, task);
      expect(fields.at(-1)?.to ?? 0, `${name}, run ${run}, packet ${number}`).toBe(bytes.length);
      await session.conversation(number);
    }
  }
});
