import { describe, expect, test } from "vitest";
import { dnsFields } from "./dns-message.ts";
import { dnsOverTcp } from "./dns-stream.ts";
import { readCapture } from "./read-capture.ts";
import { agreement, type WiresharkNames } from "./testing/agreement.ts";
import { captureFile, wiresharkPackets } from "./testing/captures.ts";
import { hex } from "./testing/hex.ts";
import { printedSeed } from "./testing/printed-seed.ts";
import { joined } from "./text.ts";
import type { WireField } from "./wire-field.ts";

const names: WiresharkNames = {
  "dns.length": /message-length$/,
  "dns.id": /^dns.id$/,
  "dns.flags.response": /dns.qr$/,
  "dns.flags.opcode": /dns.opcode$/,
  "dns.flags.authoritative": /dns.aa$/,
  "dns.flags.truncated": /dns.tc$/,
  "dns.flags.recdesired": /dns.rd$/,
  "dns.flags.recavail": /dns.ra$/,
  "dns.flags.z": /dns.z$/,
  "dns.flags.authenticated": /dns.ad$/,
  "dns.flags.checkdisable": /dns.cd$/,
  "dns.flags.rcode": /dns.rcode$/,
  "dns.count.queries": /dns.questions$/,
  "dns.count.answers": /dns.answers$/,
  "dns.count.auth_rr": /dns.authority$/,
  "dns.count.add_rr": /dns.additional$/,
  "dns.qry.name": /question.*-name/,
  "dns.qry.type": /question.*-type/,
  "dns.qry.class": /question.*-class/,
  "dns.resp.name": /-name/,
  "dns.resp.type": /-type/,
  "dns.resp.class": /-class/,
  "dns.resp.ttl": /-ttl/,
  "dns.resp.len": /-data-length/,
  "dns.rr.udp_payload_size": /-udp-payload-size/,
  "dns.resp.ext_rcode": /-extended-rcode/,
  "dns.resp.edns0_version": /-version/,
  "dns.resp.z.do": /-do$/,
  "dns.resp.z.reserved": /-z$/,
  "dns.opt.code": /-option-code/,
  "dns.opt.len": /-option-length/,
  "dns.opt.data": /-option-data/,
  "dns.a": /-address/,
  "dns.aaaa": /-address/,
  "dns.cname": /-canonical-name/,
  "dns.mx.preference": /-preference/,
  "dns.mx.mail_exchange": /-mail-exchange/,
  "dns.txt.length": /-text-length/,
  "dns.txt": /-text/,
  "dns.srv.priority": /-priority/,
  "dns.srv.weight": /-weight/,
  "dns.srv.port": /-port/,
  "dns.srv.target": /-target/,
  "dns.ptr.domain_name": /-pointer-name/,
};

const inWiresharksWords = (field: WireField<string>): WireField<string> =>
  field.value === "." ? { ...field, value: "<Root>" } : field;

test("[RFC 1035] each field of dns.pcap is where Wireshark has it, and says the same", () => {
  const { packets } = readCapture(captureFile("dns.pcap"));
  let compared = 0;
  const differences = wiresharkPackets("dns.pcap").flatMap(({ n, protos, fields }, index) => {
    const layer = protos.find(([name]) => name === "dns");
    const { bytes } = packets[index] ?? { bytes: new Uint8Array() };
    if (!layer || layer[1] + layer[2] > bytes.length) return [];
    const isTcp = protos.some(([name]) => name === "tcp");
    const start = layer[1];
    const message = isTcp ? dnsOverTcp(bytes, start) : undefined;
    const ours = isTcp
      ? message?.ok
        ? message.value.fields
        : []
      : dnsFields(bytes, start, start + layer[2]).fields;
    if (isTcp && ours.length === 0) return [];
    const held = agreement(fields, ours.map(inWiresharksWords), names);
    compared += held.compared;
    return held.differences.map((difference) => `packet ${n}: ${difference}`);
  });
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(1000);
});

const head = (answers = "0000") => `74d2 8180 0001 ${answers} 0000 0000`;
const question = "03 777777 04 74657374 00 0001 0001";

describe("the name of a message", () => {
  const nameOf = (bytes: Uint8Array) => {
    const { fields, failure } = dnsFields(bytes);
    return { name: fields.find(({ id }) => id === "dns.answer-name")?.value, failure };
  };

  test("[RFC 1035 4.1.4] ends with a pointer to one before", () => {
    const { name, failure } = nameOf(
      hex(`${head("0001")} ${question} 01 61 c010 0001 0001 00000001 0004 01020304`),
    );
    expect(failure).toBeUndefined();
    expect(name).toBe("a.test");
  });

  test.each([
    ["to itself", "c01a"],
    ["forward", "c030"],
    ["into itself behind a label", "01 61 c01a"],
    ["beyond the message", "ffff"],
  ])("with a pointer %s is not followed", (_, name) => {
    const { failure } = nameOf(hex(`${head("0001")} ${question} ${name} 0001 0001 00000001 0000`));
    expect(failure).toMatchObject({ code: "malformed" });
  });

  test("of more than 255 bytes is refused, also one that pointers put together", () => {
    const label = `3f${"61".repeat(63)}`;
    const long = `${label.repeat(3)}00`;
    const { failure } = dnsFields(
      hex(`${head("0001")} ${long} 0001 0001 ${label} c00c 0001 0001 00000001 0000`),
    );
    expect(failure).toMatchObject({ code: "malformed" });
  });

  test("shows what is no visible ASCII as zones do", () => {
    const { fields } = dnsFields(hex("0000 0000 0001 0000 0000 0000 04 612e5cff 00 0001 0001"));
    expect(fields.find(({ id }) => id === "dns.question-name")?.value).toBe("a\\.\\\\\\255");
  });
});

test("records of a type that has no table are data", () => {
  const { fields, failure, summary } = dnsFields(
    hex(`${head("0001")} ${question} c00c ff00 0001 00000001 0003 cafe01`),
  );
  expect(failure).toBeUndefined();
  expect(fields.at(-1)).toMatchObject({ name: "answer data", value: "ca fe 01" });
  expect(summary).toBe("answer A www.test, none");
});

test("a SOA record is read with its names and numbers", () => {
  const { fields, failure } = dnsFields(
    hex(`${head("0001")} ${question} c00c 0006 0001 00000001 001a
      01 6e c010 c00c 00000001 00000002 00000003 00000004 00000005`),
  );
  expect(failure).toBeUndefined();
  const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
  expect(values).toMatchObject({
    "answer first server": "n.test",
    "answer mailbox": "www.test",
    "answer serial": "1",
    "answer minimum": "5",
  });
});

test("a message that is cut at any byte has an owner for each byte, and says that it is cut", () => {
  const whole = hex(`${head("0001")} ${question} c00c 0010 0001 00000001 0006 05 68656c6c6f`);
  expect(dnsFields(whole).failure).toBeUndefined();
  for (let end = 0; end < whole.length; end++) {
    const { fields, failure } = dnsFields(whole.slice(0, end));
    expect(failure, `${end} bytes`).toMatchObject({ code: "truncated" });
    expect(gaps(fields, end)).toEqual([]);
  }
});

test("mutated messages have an owner for each byte, once", () => {
  const random = printedSeed("dns");
  const messages = readCapture(captureFile("dns.pcap")).packets.map(({ bytes }) => bytes.slice(42));
  for (let run = 0; run < 5000; run++) {
    const bytes = (messages[Math.floor(random() * messages.length)] ?? hex("")).slice();
    for (let count = 0; count < 3; count++)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    const { fields } = dnsFields(bytes);
    expect(gaps(fields, bytes.length), `run ${run}`).toEqual([]);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  }
});

test("a message of nothing but pointers to pointers is read in no time worth telling", () => {
  // Each of thousands of records names the one before, which names the one before it.
  const records = Array.from({ length: 5000 }, (_, index) => {
    const target = 12 + Math.max(0, index - 1) * 12;
    return hex(`${(0xc000 | Math.min(target, 0x3fff)).toString(16)} 0001 0001 00000001 0000`);
  });
  const bytes = joined([hex("0000 8180 0000 1388 0000 0000"), ...records]);
  const { fields } = dnsFields(bytes);
  expect(gaps(fields, bytes.length)).toEqual([]);
});

function gaps(fields: readonly WireField<string>[], size: number): string[] {
  const faults: string[] = [];
  let at = 0;
  for (const { id, from, to, bits } of fields) {
    const isJoined = bits && bits[0] !== 0;
    if (!isJoined && from !== at) faults.push(`${id} begins at ${from}, not ${at}`);
    at = bits && bits[1] % 8 !== 0 ? from + Math.floor(bits[1] / 8) : to;
  }
  if (at !== size) faults.push(`ends at ${at} of ${size}`);
  return faults;
}
