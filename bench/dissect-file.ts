/** A process of its own: reads a capture, takes each packet apart, and prints how many there were. */
import { readFileSync } from "node:fs";
import { dissectFrame } from "#wire/dissect-frame.ts";
import { readCapture } from "#wire/read-capture.ts";

const [file] = process.argv.slice(2);
if (!file) throw new Error("dissect-file: name a capture");
let packets = 0;
for (const { bytes, link, originalBytes } of readCapture(readFileSync(file)).packets) {
  const { fields } = dissectFrame(bytes, link, { originalLength: originalBytes });
  if (fields.length === 0) throw new Error(`packet ${packets + 1} has no fields`);
  packets += 1;
}
console.log(packets);
