import { describe, expect, test } from "vitest";
import type { SegmentWithMessages } from "./conversations.ts";
import { readCapture } from "./read-capture.ts";
import type { TcpMark } from "./tcp-marks.ts";
import { captureFile, captureNames, wiresharkPackets } from "./testing/captures.ts";
import { conversationsOf } from "./testing/conversations-of.ts";

/** Findings of Wireshark that the captures' fields have. */
const compared: Readonly<Partial<Record<TcpMark, string>>> = {
  retransmission: "retransmission",
  "fast-retransmission": "fast_retransmission",
  "spurious-retransmission": "spurious_retransmission",
  "out-of-order": "out_of_order",
  "duplicate-ack": "duplicate_ack_num",
  "zero-window": "zero_window",
  "window-update": "window_update",
  "keep-alive": "keep_alive",
};

/** A special retransmission is one in general, too, in Wireshark's fields. */
const inWiresharksWords = ({ marks, duplicateAcks }: SegmentWithMessages): string[] =>
  marks
    .flatMap((mark) => {
      const name = compared[mark];
      if (!name) return [];
      if (mark === "duplicate-ack") return [`${name} ${duplicateAcks}`];
      return name.endsWith("_retransmission") ? [name, "retransmission"] : [name];
    })
    .sort();

/**
 * Packets in which Wireshark 4.0.17 sees another thing, and why: the bytes had been captured before,
 * so they were sent again; Wireshark goes by how soon they came.
 */
const known: Readonly<Record<string, readonly number[]>> = {
  "tcp-loss-nosack.pcap": [35, 37],
  "tcp-loss-sack.pcap": [80],
};

describe.each(captureNames)("the connections of %s", (name) => {
  const packets = readCapture(captureFile(name)).packets;
  const wireshark = wiresharkPackets(name);
  const segments = conversationsOf(packets.slice(0, wireshark.length));

  test("have the marks that Wireshark finds", () => {
    const different = segments.filter(({ number, segment }) => {
      const theirs = (wireshark[number - 1]?.fields ?? [])
        .filter(([field]) => field.startsWith("tcp.analysis."))
        .map(([field, , , hex, shown]) =>
          field.endsWith("_num") ? `${field.slice(13)} ${shown ?? hex}` : field.slice(13),
        );
      return inWiresharksWords(segment).join() !== theirs.toSorted().join();
    });
    expect(different.map(({ number }) => number)).toEqual(known[name] ?? []);
  });
});

const segmentsOf = (name: string) =>
  conversationsOf(readCapture(captureFile(name)).packets).map(({ segment }) => segment);

test("[RFC 9293 3.5] a handshake has three marked segments, and numbers that begin at 0", () => {
  const segments = segmentsOf("tcp-basic.pcap");
  expect(
    segments
      .filter(({ marks }) => marks.includes("handshake"))
      .map(({ way, relativeSeq, relativeAck }) => [way, relativeSeq, relativeAck]),
  ).toEqual([
    ["up", 0, 0],
    ["down", 0, 1],
    ["up", 1, 1],
  ]);
});

test("what did not come yet is held back, what comes twice is given out once", () => {
  for (const name of ["tcp-loss-sack.pcap", "tcp-loss-nosack.pcap", "tcp-zerowindow.pcap"]) {
    const segments = segmentsOf(name);
    const given = segments
      .filter(({ way }) => way === "up")
      .flatMap(({ ready }) => ready)
      .reduce((sum, { length }) => sum + length, 0);
    const last = Math.max(
      ...segments.filter(({ way }) => way === "down").map(({ relativeAck }) => relativeAck),
    );
    const hasEnd = segments.some(({ way, isOver }) => way === "down" && isOver);
    expect(given, name).toBe(last - (hasEnd ? 2 : 1));
  }
});
