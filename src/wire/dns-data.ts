/** Sources: RFC 1035, section 3.3; RFC 3596; RFC 2782; RFC 6891, section 6.1.2. */
import { ipv4Text, ipv6Text } from "./addresses.ts";
import { dnsOption } from "./dns.ts";
import type { DnsCursor } from "./dns-cursor.ts";
import { defineHeader } from "./header.ts";
import { rowsOf } from "./rows-of.ts";
import { hexPreview, preview } from "./text.ts";

const soa = rowsOf("RFC 1035, section 3.3.13");
const mx = rowsOf("RFC 1035, section 3.3.9");
const srv = rowsOf("RFC 2782");
const txt = rowsOf("RFC 1035, section 3.3.14");

/** Behind the two names of a SOA record. */
export const dnsSoa = defineHeader("dns soa", [
  soa.number("serial", 32, "Version of the zone."),
  soa.number("refresh", 32, "Seconds between two looks of a second server."),
  soa.number("retry", 32, "Seconds until it looks again after a failure."),
  soa.number("expire", 32, "Seconds after which it stops answering."),
  soa.number("minimum", 32, "Seconds for which “no such name” may be kept."),
]);

/** In front of the name of an MX record. */
export const dnsMx = defineHeader("dns mx", [
  mx.number("preference", 16, "Servers with lower numbers are tried first."),
]);

/** In front of the name of a SRV record. */
export const dnsSrv = defineHeader("dns srv", [
  srv.number("priority", 16, "Servers with lower numbers are tried first."),
  srv.number("weight", 16, "How much of the load goes here, among equals."),
  srv.number("port", 16, "Port of the service."),
]);

/** In front of each text of a TXT record. */
export const dnsText = defineHeader("dns text", [
  txt.number("textLength", 8, "Bytes of the text."),
]);

/** Reads the data of one record, and says it in a few words. */
type ReadData = (cursor: DnsCursor, prefix: string) => string;

const address =
  (sizeBytes: number, textOf: (bytes: Uint8Array) => string, source: string): ReadData =>
  (cursor, prefix) => {
    if (cursor.rest < sizeBytes) return "";
    const value = textOf(cursor.bytes.subarray(cursor.at, cursor.at + sizeBytes));
    const meaning = "The address that the name stands for.";
    cursor.take(sizeBytes, { name: `${prefix} address`, value, meaning, source });
    return value;
  };

const oneName =
  (what: string, meaning: string): ReadData =>
  (cursor, prefix) =>
    cursor.name(`${prefix} ${what}`, meaning);

const texts: ReadData = (cursor, prefix) => {
  const said: string[] = [];
  while (!cursor.isAtEnd) {
    const length = cursor.header(dnsText, prefix)?.textLength ?? 0;
    const bytes = cursor.bytes.subarray(cursor.at, cursor.at + Math.min(length, cursor.rest));
    const value = preview(bytes);
    const meaning = "Text for programs that know what it is for.";
    const source = "RFC 1035, section 3.3.14";
    cursor.take(length, { name: `${prefix} text`, value, meaning, source });
    said.push(value);
  }
  return said.join(" ");
};

const options: ReadData = (cursor, prefix) => {
  while (!cursor.isAtEnd) {
    const length = cursor.header(dnsOption, prefix)?.optionLength ?? 0;
    const bytes = cursor.bytes.subarray(cursor.at, cursor.at + Math.min(length, cursor.rest));
    cursor.take(length, {
      name: `${prefix} option data`,
      value: hexPreview(bytes),
      meaning: "What the option says; not taken apart here.",
      source: "RFC 6891, section 6.1.2",
    });
  }
  return "";
};

const readers: Readonly<Record<number, ReadData>> = {
  1: address(4, ipv4Text, "RFC 1035, section 3.4.1"),
  2: oneName("name server", "A server that is responsible for the name."),
  5: oneName("canonical name", "The name that this one is another word for."),
  6: (cursor, prefix) => {
    const server = cursor.name(`${prefix} first server`, "The server that the zone comes from.");
    cursor.name(`${prefix} mailbox`, "Who is responsible; the first dot stands for @.");
    cursor.header(dnsSoa, prefix);
    return server;
  },
  12: oneName("pointer name", "The name that an address belongs to."),
  15: (cursor, prefix) => {
    cursor.header(dnsMx, prefix);
    return cursor.name(`${prefix} mail exchange`, "The server that takes mail for the name.");
  },
  16: texts,
  28: address(16, ipv6Text, "RFC 3596, section 2.2"),
  33: (cursor, prefix) => {
    const port = cursor.header(dnsSrv, prefix)?.port;
    return `${cursor.name(`${prefix} target`, "The machine that offers the service.")}:${port}`;
  },
  41: options,
};

/** Reads the data of a record of this type; what no reader knows is left. */
export const readDnsData = (type: number, cursor: DnsCursor, prefix: string): string =>
  readers[type]?.(cursor, prefix) ?? "";
