import { expect, test } from "vitest";
import { dissect } from "./dissect.ts";
import { ExchangeReader } from "./exchange-reader.ts";
import { latin1Bytes } from "./text.ts";
import { encodeFrame } from "./websocket-frame.ts";

/** Sizes at which work that grows with the square of them would not end within the test's time. */
const many = 200_000;

const textFrame = (payload: string): Uint8Array =>
  encodeFrame({
    isFinal: true,
    rsv1: false,
    rsv2: false,
    rsv3: false,
    opcode: 1,
    lengthBits: 64,
    payload: latin1Bytes(payload),
  });

test.each([
  ["brackets", `42${"[".repeat(many)}`],
  ["commas", `42[${",".repeat(many)}]`],
  ["quotation marks", `42[${'"'.repeat(many)}]`],
  ["placeholders", `42["a",[${'{"_placeholder":true,"num":1},'.repeat(many / 10)}1]]`],
  ["digits", `42${"1".repeat(many)}`],
  ["a namespace", `42/${"x".repeat(many)}`],
  ["half a session id", `0{"sid":"${"x".repeat(many)}`],
])("a packet of %s is read in one pass", (_, packet) => {
  const context = { way: "down", carries: "socket.io", state: { phase: "websocket" } } as const;
  expect(dissect(textFrame(packet), context)).toMatchObject({ ok: true });
});

test("a polling body of separators, and an address of ampersands, are read in one pass", () => {
  const head = `POST /?${"&".repeat(60_000)} HTTP/1.1\r\nContent-Type: text/plain\r\n`;
  const body = "\x1e".repeat(many);
  const bytes = latin1Bytes(`${head}Content-Length: ${many}\r\n\r\n${body}`);
  const context = { way: "up", carries: "socket.io", state: { phase: "http" } } as const;
  expect(dissect(bytes, context)).toMatchObject({ ok: true });
});

test.each([
  ["a head", `GET / HTTP/1.1\r\n${"A: b\r\n".repeat(9000)}\r\n`],
  [
    "chunks of one byte",
    `POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n${"1\r\na\r\n".repeat(40_000)}0\r\n\r\n`,
  ],
  [
    "lines behind the last chunk",
    `POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n${"A: b\r\n".repeat(1300)}\r\n`,
  ],
])("bytes that come one by one are read once: %s", (_, text) => {
  const reader = new ExchangeReader("text");
  const messages = [...latin1Bytes(text)].flatMap((byte) =>
    reader.push({ way: "up", bytes: Uint8Array.of(byte), atMs: 0 }),
  );
  expect(messages.map(({ kind }) => kind)).toEqual(["request"]);
});
