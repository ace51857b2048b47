/**
 * Source: RFC 6455, section 5.2.
 *
 * Leaves out: extension data, which no extension that browsers speak puts in front of the payload.
 */
import { defineHeader } from "./header.ts";

const frame = "RFC 6455, section 5.2";
const rsv = (what: string) => `Reserved for extensions. ${what}`;

/** Names of the opcodes that the standard defines. */
export const opcodeNames: Readonly<Record<number, string>> = {
  0: "continuation",
  1: "text",
  2: "binary",
  8: "close",
  9: "ping",
  10: "pong",
};

/** An opcode in words. */
export const opcodeName = (opcode: number): string => opcodeNames[opcode] ?? "reserved";

/** The first two bytes of every frame. */
export const frameHeader = defineHeader("websocket frame", [
  {
    name: "FIN",
    bits: 1,
    kind: "flag",
    show: (isFinal) => (isFinal ? "1, final" : "0, more to come"),
    doc: "Whether this frame is the last one of its message.",
    source: frame,
  },
  {
    name: "RSV1",
    bits: 1,
    kind: "flag",
    doc: rsv("With permessage-deflate it says that the message is compressed."),
    source: "RFC 7692, section 7.2.3",
  },
  { name: "RSV2", bits: 1, kind: "flag", doc: rsv("0 unless one was agreed on."), source: frame },
  { name: "RSV3", bits: 1, kind: "flag", doc: rsv("0 unless one was agreed on."), source: frame },
  {
    name: "opcode",
    bits: 4,
    kind: "number",
    show: (opcode) => `${opcode}, ${opcodeName(opcode)}`,
    doc: "What the frame is: data (0 to 2) or control (8 to 10).",
    source: frame,
  },
  {
    name: "MASK",
    bits: 1,
    kind: "flag",
    show: (isMasked) => (isMasked ? "1, masked" : "0, not masked"),
    doc: "Whether a masking key follows. Frames of a client always have one, frames of a server never.",
    source: "RFC 6455, section 5.1",
  },
  {
    name: "payload length",
    bits: 7,
    kind: "number",
    show: (length) =>
      length === 126
        ? "126, see the next 2 bytes"
        : length === 127
          ? "127, see the next 8 bytes"
          : `${length}`,
    doc: "Bytes of payload up to 125. 126 and 127 say that a longer number follows.",
    source: frame,
  },
]);

const extended = (bits: number) =>
  ({
    name: "extended payload length",
    bits,
    kind: "big",
    doc: `Bytes of payload, as a number of ${bits} bits, the most significant first.`,
    source: frame,
  }) as const;

/** Follows when the short length is 126. */
export const length16 = defineHeader("websocket length, 16 bits", [extended(16)]);

/** Follows when the short length is 127. */
export const length64 = defineHeader("websocket length, 64 bits", [extended(64)]);

/** Follows when MASK is set. */
export const maskingKeyHeader = defineHeader("websocket masking key", [
  {
    name: "masking key",
    bits: 32,
    kind: "bytes",
    doc: "Four random bytes, new for each frame. Byte i of the payload was combined (XOR) with byte i mod 4 of the key. It hides nothing: the key stands right here.",
    source: "RFC 6455, section 5.3",
  },
]);
