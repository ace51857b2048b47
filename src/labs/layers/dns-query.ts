/** Source: RFC 1035, sections 4.1.1 and 4.1.2. */
import { dns, dnsQuestion } from "#wire/dns.ts";
import { encodeHeader } from "#wire/header.ts";
import { joined, latin1Bytes } from "#wire/text.ts";

/** Behind the name that was typed: it is for examples, and nobody has it. */
export const domain = "example";

/** A question, and the wish that the server finds the answer itself. */
const header = encodeHeader(dns, {
  id: 0x6b1d,
  qr: false,
  opcode: 0,
  aa: false,
  tc: false,
  rd: true,
  ra: false,
  z: false,
  ad: false,
  cd: false,
  rcode: 0,
  questions: 1,
  answers: 0,
  authority: 0,
  additional: 0,
});

/** What is asked for: an IPv4 address (A), on the Internet. */
const question = encodeHeader(dnsQuestion, { type: 1, class: 1 });

/** Ends a name: the root, which has no letters. */
const root = Uint8Array.of(0);

const label = (text: string): Uint8Array => joined([Uint8Array.of(text.length), latin1Bytes(text)]);

/** A query for the address of `text.example`. */
export const dnsQuery = (text: string): Uint8Array =>
  joined([header, ...[...text.split("."), domain].map(label), root, question]);
