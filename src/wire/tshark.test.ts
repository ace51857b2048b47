import { describe, expect, test } from "vitest";
import { writePcap } from "./pcap-write.ts";
import { readCapture } from "./read-capture.ts";
import { frameAgreement } from "./testing/frame-agreement.ts";
import { frameFaults } from "./testing/frame-faults.ts";
import { cutFrames, type OddFrame, oddFrames } from "./testing/odd-frames.ts";
import { hasTshark, tsharkPackets } from "./testing/tshark-packets.ts";

const links = [...new Set(oddFrames.map(({ link }) => link))];

/** Differences of frames of one link type, each with the name of its frame. */
function differences(frames: readonly OddFrame[], link: number): string[] {
  const time = { seconds: 1, nanoseconds: 0 };
  const file = writePcap(
    frames.map((frame) => ({ ...frame, time })),
    { link },
  );
  const theirs = tsharkPackets(file);
  return readCapture(file).packets.flatMap((packet, index) => {
    const their = theirs[index];
    if (!their) return ["tshark has no such packet"];
    const cut = { ...their, cap: packet.capturedBytes, len: packet.originalBytes };
    return frameAgreement(packet, cut).differences.map(
      (difference) => `${frames[index]?.name}: ${difference}`,
    );
  });
}

describe.skipIf(!hasTshark())("as tshark reads them", () => {
  test.each(links)("odd frames of link type %i", (link) => {
    expect(
      differences(
        oddFrames.filter((frame) => frame.link === link),
        link,
      ),
    ).toEqual([]);
  });

  test("frames that the capture cut short, at every length", () => {
    expect(differences(cutFrames, 1)).toEqual([]);
  });
});

test.each([...oddFrames, ...cutFrames])("$name: each byte has one owner", (frame) => {
  expect(frameFaults(frame.bytes, frame.link, frame.originalBytes)).toEqual([]);
});
