/** Sources: RFC 1035, section 4.1; RFC 4035, section 3 for AD and CD; RFC 6891, section 6.1. */
import { hexNumber } from "./addresses.ts";
import { dnsClasses, dnsOpcodes, dnsOptions, dnsRcodes, dnsTypes } from "./dns-numbers.ts";
import { defineHeader } from "./header.ts";
import { numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

const head = rowsOf("RFC 1035, section 4.1.1");
const question = rowsOf("RFC 1035, section 4.1.2");
const record = rowsOf("RFC 1035, section 4.1.3");
const edns = rowsOf("RFC 6891, section 6.1.2");
const security = rowsOf("RFC 4035, section 3");

/** The 12 bytes that every message begins with. */
export const dns = defineHeader("dns", [
  head.number("id", 16, "Chosen by who asks; the answer has the same.", {
    show: (id) => hexNumber(id, 4),
  }),
  head.flag("qr", "Whether this is an answer.", {
    label: "QR",
    show: (isAnswer) => (isAnswer ? "1, response" : "0, query"),
  }),
  head.number("opcode", 4, "What kind of query.", { show: numberText(dnsOpcodes) }),
  head.flag("aa", "The answer comes from a server that is responsible for the name.", {
    label: "AA, authoritative answer",
  }),
  head.flag("tc", "The message was cut: it did not fit.", { label: "TC, truncated" }),
  head.flag("rd", "The server is asked to ask others in turn.", { label: "RD, recursion desired" }),
  head.flag("ra", "The server can ask others in turn.", { label: "RA, recursion available" }),
  head.flag("z", "Reserved, 0.", { label: "Z" }),
  security.flag("ad", "The server has checked the signatures of what it answers.", {
    label: "AD, authentic data",
  }),
  security.flag("cd", "The server is asked not to check signatures.", {
    label: "CD, checking disabled",
  }),
  head.number("rcode", 4, "How it went.", { label: "RCODE", show: numberText(dnsRcodes) }),
  head.number("questions", 16, "Entries in the question section.", { label: "questions" }),
  head.number("answers", 16, "Records in the answer section."),
  head.number("authority", 16, "Records that name responsible servers.", {
    label: "authority records",
  }),
  head.number("additional", 16, "Records that may be of use beside.", {
    label: "additional records",
  }),
]);

/** Behind the name of a question. */
export const dnsQuestion = defineHeader("dns question", [
  question.number("type", 16, "What is asked for.", { show: numberText(dnsTypes) }),
  question.number("class", 16, "IN, the Internet, nearly always.", {
    show: numberText(dnsClasses),
  }),
]);

/** Behind the name of a record. */
export const dnsRecord = defineHeader("dns record", [
  record.number("type", 16, "What the data is.", { show: numberText(dnsTypes) }),
  record.number("class", 16, "IN, the Internet, nearly always.", { show: numberText(dnsClasses) }),
  record.number("ttl", 32, "Seconds for which the record may be kept.", { label: "time to live" }),
  record.number("dataLength", 16, "Bytes of the data."),
]);

/** A record of type OPT uses the same bytes for something else. */
export const dnsOpt = defineHeader("dns opt", [
  edns.number("type", 16, "OPT: not about the name, but about this message.", {
    show: numberText(dnsTypes),
  }),
  edns.number("udpPayloadSize", 16, "Bytes of the largest UDP message that the sender takes.", {
    label: "UDP payload size",
  }),
  edns.number("extendedRcode", 8, "Upper bits of RCODE.", { label: "extended RCODE" }),
  edns.number("version", 8, "Version of EDNS."),
  edns.flag("do", "Signatures are wanted in the answer.", { label: "DO, DNSSEC OK" }),
  edns.number("z", 15, "Reserved, 0.", { label: "Z" }),
  edns.number("dataLength", 16, "Bytes of the options."),
]);

/** What each option of an OPT record begins with. */
export const dnsOption = defineHeader("dns option", [
  edns.number("optionCode", 16, "Which option this is.", { show: numberText(dnsOptions) }),
  edns.number("optionLength", 16, "Bytes of the option behind this number."),
]);

/** Stands in front of each message over TCP. */
export const dnsLength = defineHeader("dns length", [
  rowsOf("RFC 1035, section 4.2.2").number(
    "messageLength",
    16,
    "Bytes of the message. TCP has no messages, so the length says where one ends.",
  ),
]);
