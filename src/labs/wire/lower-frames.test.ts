import { expect, test } from "vitest";
import type { Observation } from "#lab-kit/observation.ts";
import { captureFile } from "#sim/capture-file.ts";
import { hasTshark, tsharkFields } from "#sim/testing/tshark.ts";
import { conversation } from "./conversation.ts";
import { lowerHeaders } from "./lower-fields.ts";
import { framesInTime, loweredMessages } from "./lower-frames.ts";

const stamp = { clock: "server", where: "Ann" } as const;

/** A client's frame for `42["hey"]`, a server's answer, and a large one of the client's. */
function observationsOf(ip: "ipv4" | "ipv6"): Observation[] {
  const large = new Uint8Array(4 + 4 + 4000);
  large.set([0x82, 0xfe, 4000 >> 8, 4000 & 255]);
  const tapped = (
    [
      ["up", "gYkAAAAANDJbImhleSJd"],
      ["down", "gQEy"],
      ["up", btoa(String.fromCharCode(...large))],
    ] as const
  ).map(([way, bytes], index): Observation => {
    const place = { way, connection: 1, exchange: 1 };
    return { what: "tapped", ...place, bytes, masked: [], seq: index + 2, atMs: index, ...stamp };
  });
  const ends = { ip, clientPort: 40_123, serverPort: 8080 };
  return [{ what: "ends", connection: 1, ...ends, seq: 1, atMs: 0, ...stamp }, ...tapped];
}

const loweredIn = (observations: readonly Observation[]) => {
  const messages = conversation(observations, "plain");
  return { messages, lowered: loweredMessages(messages, observations) };
};

const sizes = (ip: "ipv4" | "ipv6"): number[][] => {
  const { lowered } = loweredIn(observationsOf(ip));
  return [...lowered.values()].map(({ frames }) => frames.map(({ length }) => length));
};

test("a message gets 54 bytes of headers over IPv4 and 74 over IPv6, in each frame", () => {
  expect(sizes("ipv4")).toEqual([[15 + 54], [3 + 54], [1514, 1514, 4008 - 2 * 1460 + 54]]);
  expect(sizes("ipv6")).toEqual([[15 + 74], [3 + 74], [1514, 1514, 4008 - 2 * 1440 + 74]]);
});

test("the ports are those that were seen, and numbers go on from message to message", () => {
  const { lowered } = loweredIn(observationsOf("ipv4"));
  const [hey, answer, large] = [...lowered.values()].map(({ frames: [first], ends }) => {
    const tcp = first && lowerHeaders(first, ends.ip).find(({ layer }) => layer === "tcp");
    const shown = (id: string) => tcp?.fields.find((field) => field.id === `tcp.${id}`)?.value;
    return ["src-port", "dst-port", "seq", "ack"].map(shown);
  });
  expect(hey).toEqual(["40123", "8080", "3141592654", "271828183"]);
  expect(answer).toEqual(["8080", "40123", "271828183", "3141592669"]);
  expect(large).toEqual(["40123", "8080", "3141592669", "271828186"]);
});

test("a run that knows no ports says so", () => {
  const { lowered } = loweredIn(observationsOf("ipv4").slice(1));
  expect([...lowered.values()].map(({ arePortsSeen }) => arePortsSeen)).toEqual([
    false,
    false,
    false,
  ]);
});

const isAbsent = !hasTshark();
if (isAbsent)
  console.log("tshark is not installed: the wire lab's capture is not held against it.");

test.skipIf(isAbsent).each(["ipv4", "ipv6"] as const)(
  "tshark reads the capture without a malformed packet or a bad checksum, over %s",
  (ip) => {
    const { messages, lowered } = loweredIn(observationsOf(ip));
    const fields = ["_ws.malformed", "tcp.checksum.status", "tcp.len", "tcp.analysis.flags"];
    const rows = tsharkFields(captureFile(framesInTime(messages, lowered, 1e12)), fields);
    const full = ip === "ipv4" ? 1460 : 1440;
    const lengths = [15, 3, full, full, 4008 - 2 * full];
    expect(rows.map((row) => fields.map((field) => row[field]))).toEqual(
      lengths.map((length) => ["", "1", String(length), ""]),
    );
  },
);
