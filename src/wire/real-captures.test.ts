import { expect, test } from "vitest";
import { readCapture } from "./read-capture.ts";
import { captureFile, captureNames, wiresharkPackets } from "./testing/captures.ts";

test("there are captures", () => {
  expect(captureNames.length).toBeGreaterThan(20);
});

test.each(captureNames)("%s holds the packets that Wireshark reads in it", (name) => {
  const { packets, stopped } = readCapture(captureFile(name));
  const wireshark = wiresharkPackets(name);
  expect(stopped).toBeUndefined();
  // Of one long capture only the beginning is listed.
  expect(packets.length).toBeGreaterThanOrEqual(wireshark.length);
  const read = packets.slice(0, wireshark.length).map((packet) => ({
    ts: `${packet.time?.seconds}.${`${packet.time?.nanoseconds}`.padStart(9, "0")}`,
    len: packet.originalBytes,
    cap: packet.capturedBytes,
  }));
  expect(read).toEqual(wireshark.map(({ ts, len, cap }) => ({ ts, len, cap })));
});
