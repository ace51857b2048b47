/**
 * Sources: RFC 8446, sections 4 and 5.1; RFC 5246, sections 6.2.1 and 7.4, for what is not encrypted.
 *
 * Leaves out: everything that is encrypted, and what stands inside of a handshake message.
 */
import { hexNumber } from "./addresses.ts";
import { defineHeader } from "./header.ts";
import { numberText } from "./numbers-of-protocols.ts";
import { rowsOf } from "./rows-of.ts";

type Names = Readonly<Record<number, string>>;

/** What a record carries. */
export const tlsContentTypes: Names = {
  20: "change cipher spec",
  21: "alert",
  22: "handshake",
  23: "application data",
  24: "heartbeat",
};

/** Messages of the handshake. */
export const tlsHandshakeTypes: Names = {
  0: "HelloRequest",
  1: "ClientHello",
  2: "ServerHello",
  4: "NewSessionTicket",
  5: "EndOfEarlyData",
  8: "EncryptedExtensions",
  11: "Certificate",
  12: "ServerKeyExchange",
  13: "CertificateRequest",
  14: "ServerHelloDone",
  15: "CertificateVerify",
  16: "ClientKeyExchange",
  20: "Finished",
  22: "CertificateStatus",
  24: "KeyUpdate",
};

const versions: Names = {
  768: "SSL 3.0",
  769: "TLS 1.0",
  770: "TLS 1.1",
  771: "TLS 1.2",
  772: "TLS 1.3",
};

const versionText = (version: number): string => {
  const name = versions[version];
  return hexNumber(version, 4) + (name === undefined ? "" : `, ${name}`);
};

const record = rowsOf("RFC 8446, section 5.1");
const handshake = rowsOf("RFC 8446, section 4");

/** In front of every record. */
export const tls = defineHeader("tls", [
  record.number(
    "contentType",
    8,
    "What the record carries. Encrypted records of TLS 1.3 all say application data.",
    { show: numberText(tlsContentTypes) },
  ),
  record.number(
    "version",
    16,
    "Says TLS 1.2 at most, also where TLS 1.3 is spoken: older devices on the way want it so.",
    { show: versionText },
  ),
  record.number("length", 16, "Bytes of the record behind this number."),
]);

/** In front of every message of a handshake that is not encrypted. */
export const tlsHandshake = defineHeader("tls handshake", [
  handshake.number("handshakeType", 8, "Which message of the handshake this is.", {
    show: numberText(tlsHandshakeTypes),
  }),
  handshake.number("handshakeLength", 24, "Bytes of the message behind this number."),
]);
