import { afterAll, describe, expect, test } from "vitest";
import { dissectFrame } from "./dissect-frame.ts";
import { type PacketWithBytes, readCapture } from "./read-capture.ts";
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

test("each kind of packet, cut at every byte, is marked and keeps its bytes", () => {
  const kinds = new Map<string, PacketWithBytes>();
  for (const packet of captureNames.flatMap((name) => readCapture(captureFile(name)).packets)) {
    const { layers } = dissectFrame(packet.bytes, packet.link);
    kinds.set(layers.map(({ layer, to, from }) => `${layer} ${to - from}`).join(), packet);
  }
  for (const { bytes, link } of kinds.values())
    for (let have = 0; have < Math.min(bytes.length, 160); have++)
      expect(frameFaults(bytes.subarray(0, have), link, bytes.length)).toEqual([]);
});

afterAll(() => {
  console.info(`${compared} fields agree with Wireshark`);
  for (const [index, { because, isOdd }] of knownDifferences.entries())
    if (!isOdd) console.info(`${counts[index]} differ. ${because}`);
});

test("each known difference is met", () => {
  const unmet = knownDifferences.filter(({ isOdd }, index) => !isOdd && counts[index] === 0);
  expect(unmet).toEqual([]);
});
