import { afterAll, describe, expect, test } from "vitest";
import { readCapture } from "./read-capture.ts";
import { captureFile, captureNames, wiresharkPackets } from "./testing/captures.ts";
import { frameAgreement } from "./testing/frame-agreement.ts";
import { frameFaults } from "./testing/frame-faults.ts";
import { knownDifferences } from "./testing/known-differences.ts";

const counts = knownDifferences.map(() => 0);
let compared = 0;

describe.each(captureNames)("%s", (name) => {
  const { packets } = readCapture(captureFile(name));

  test("each field is where Wireshark has it, and says the same", () => {
    const theirs = wiresharkPackets(name);
    const differences = theirs.flatMap((packet) => {
      const ours = packets[packet.n - 1];
      if (!ours) return [`packet ${packet.n} is missing`];
      const agreement = frameAgreement(ours, packet);
      compared += agreement.compared;
      for (const reason of agreement.known) counts[reason] = (counts[reason] ?? 0) + 1;
      return agreement.differences;
    });
    expect(differences).toEqual([]);
  });

  test("each byte has one owner", () => {
    const faults = packets.flatMap(({ bytes, link, originalBytes }) =>
      frameFaults(bytes, link, originalBytes),
    );
    expect(faults).toEqual([]);
  });
});

afterAll(() => {
  console.info(`${compared} fields agree with Wireshark`);
  for (const [index, { because }] of knownDifferences.entries())
    console.info(`${counts[index]} differ. ${because}`);
});

test("each known difference is met", () => {
  expect(counts.every((count) => count > 0)).toBe(true);
});
