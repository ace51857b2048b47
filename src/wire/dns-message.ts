/**
 * Source: RFC 1035, section 4.1.
 *
 * Leaves out: the data of rarer types of records, which is shown as it stands.
 */
import { dns, dnsOpt, dnsQuestion, dnsRecord } from "./dns.ts";
import { DnsCursor } from "./dns-cursor.ts";
import { readDnsData } from "./dns-data.ts";
import { dnsRcodes, dnsTypeName } from "./dns-numbers.ts";
import type { HeaderValues } from "./header.ts";
import { withUniqueIds } from "./leaf.ts";
import type { WireFailure } from "./truncated.ts";
import type { WireField } from "./wire-field.ts";

/** A DNS message, taken apart. */
export interface DnsDissection {
  fields: WireField<string>[];
  /** The message in a few words. */
  summary: string;
  /** Why not all of it could be read. */
  failure?: WireFailure;
}

type Header = HeaderValues<(typeof dns)["rows"]>;

const opt = 41;

/** The fields of the message that fills `bytes[from, to)`. Every byte belongs to one of them. */
export function dnsFields(bytes: Uint8Array, from = 0, to = bytes.length): DnsDissection {
  const cursor = new DnsCursor({ bytes, from, to });
  const header = cursor.header(dns);
  const asked = header ? questions(cursor, header.questions) : [];
  const answers = header ? sections(cursor, header) : [];
  const { failure } = cursor;
  cursor.takeUnread();
  if (!failure) takeBehind(cursor);
  const summary = header ? summaryOf(header, asked, answers) : "";
  return { fields: withUniqueIds(cursor.fields), summary, ...(failure && { failure }) };
}

function questions(cursor: DnsCursor, count: number): string[] {
  const asked: string[] = [];
  for (let number = 1; number <= count && !cursor.failure; number++) {
    const prefix = numbered("question", number, count);
    const name = cursor.name(`${prefix} name`, "The name that is asked about.");
    const type = cursor.header(dnsQuestion, prefix)?.type;
    if (type !== undefined) asked.push(`${dnsTypeName(type)} ${name}`);
  }
  return asked;
}

/** Reads the three lists of records; answers with what those of the first one say. */
function sections(cursor: DnsCursor, header: Header): string[] {
  const answers = records(cursor, "answer", header.answers);
  records(cursor, "authority", header.authority);
  records(cursor, "additional", header.additional);
  return answers;
}

function records(cursor: DnsCursor, section: string, count: number): string[] {
  const said: string[] = [];
  for (let number = 1; number <= count && !cursor.failure; number++) {
    const data = readRecord(cursor, numbered(section, number, count));
    if (data) said.push(data);
  }
  return said;
}

function readRecord(cursor: DnsCursor, prefix: string): string {
  cursor.name(`${prefix} name`, "The name that the record is about.");
  const type = ((cursor.bytes[cursor.at] ?? 0) << 8) | (cursor.bytes[cursor.at + 1] ?? 0);
  const head = type === opt ? cursor.header(dnsOpt, prefix) : cursor.header(dnsRecord, prefix);
  let said = "";
  cursor.within(head?.dataLength ?? 0, prefix, () => {
    said = readDnsData(type, cursor, prefix);
  });
  return said;
}

/** Bytes that no count speaks of. */
const takeBehind = (cursor: DnsCursor): void => {
  cursor.take(cursor.rest, {
    name: "trailing bytes",
    value: `${cursor.rest} bytes`,
    meaning: "They stand behind the last record that the message counts.",
    source: "RFC 1035, section 4.1",
  });
};

const numbered = (section: string, number: number, count: number): string =>
  count > 1 ? `${section} ${number}` : section;

function summaryOf({ qr, rcode }: Header, asked: string[], answers: string[]): string {
  const about = asked.join(", ");
  if (!qr) return `query ${about}`;
  if (rcode !== 0) return `${dnsRcodes[rcode] ?? `RCODE ${rcode}`}: ${about}`;
  return `answer ${about}${answers.length > 0 ? `: ${shortened(answers)}` : ", none"}`;
}

const shortened = (answers: readonly string[]): string =>
  answers.slice(0, 4).join(", ") + (answers.length > 4 ? ", …" : "");
