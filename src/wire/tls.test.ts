import { describe, expect, test } from "vitest";
import { readCapture } from "./read-capture.ts";
import { agreement, type WiresharkNames } from "./testing/agreement.ts";
import { captureFile, wiresharkPackets } from "./testing/captures.ts";
import { hex } from "./testing/hex.ts";
import { beginsTlsRecord, tlsRecord } from "./tls-record.ts";
import type { WireField } from "./wire-field.ts";

const names: WiresharkNames = {
  "tls.record.content_type": /content-type/,
  "tls.record.opaque_type": /content-type/,
  "tls.record.version": /\.version/,
  "tls.record.length": /\.length/,
  "tls.handshake.type": /handshake-type/,
  "tls.handshake.length": /handshake-length/,
  "tls.app_data": /application-data/,
};

const records = (bytes: Uint8Array, from: number) => {
  const fields: WireField<string>[] = [];
  const summaries: string[] = [];
  for (let at = from; at < bytes.length; ) {
    const read = tlsRecord(bytes, at);
    if (!read.ok) return { fields, summaries, failure: read.failure };
    fields.push(...read.value.fields);
    summaries.push(read.value.summary);
    at = read.value.end;
  }
  return { fields, summaries, failure: undefined };
};

test.each(["tls12.pcap", "tls13.pcap"])("each field of %s is where Wireshark has it", (name) => {
  const { packets } = readCapture(captureFile(name));
  let compared = 0;
  const differences = wiresharkPackets(name).flatMap(({ n, protos, fields }, index) => {
    const layer = protos.find(([proto]) => proto === "tls");
    if (!layer) return [];
    const read = records(packets[index]?.bytes ?? hex(""), layer[1]);
    expect(read.failure).toBeUndefined();
    const held = agreement(fields, read.fields, names);
    compared += held.compared;
    return held.differences.map((difference) => `packet ${n}: ${difference}`);
  });
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(50);
});

test("the handshake of TLS 1.2 is named as long as it is not encrypted", () => {
  const { packets } = readCapture(captureFile("tls12.pcap"));
  const said = wiresharkPackets("tls12.pcap").flatMap(({ protos }, index) => {
    const layer = protos.find(([proto]) => proto === "tls");
    return layer ? records(packets[index]?.bytes ?? hex(""), layer[1]).summaries : [];
  });
  expect(said.slice(0, 9)).toEqual([
    "ClientHello",
    "ServerHello",
    "Certificate",
    "ServerKeyExchange",
    "ServerHelloDone",
    "ClientKeyExchange",
    "change cipher spec",
    "handshake, encrypted or in parts",
    "NewSessionTicket",
  ]);
});

describe("a record", () => {
  test("that is not whole says how much is missing", () => {
    expect(tlsRecord(hex("16 03 03 00 05 01 00"))).toEqual({
      ok: false,
      failure: { code: "truncated", need: 10, have: 7 },
    });
  });

  test("is not seen where no record can begin", () => {
    expect(beginsTlsRecord(hex("47 45 54 20 2f 20"))).toBe(false);
    expect(beginsTlsRecord(hex("17 03 03 ff ff 00"))).toBe(false);
    expect(beginsTlsRecord(hex("17 03 03 00 13 00"))).toBe(true);
  });
});
