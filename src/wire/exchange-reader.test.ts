import { describe, expect, test } from "vitest";
import type { WireMessage } from "./direction-reader.ts";
import { fieldOf } from "./dissect.ts";
import { ExchangeReader } from "./exchange-reader.ts";
import { firstPhase } from "./first-phase.ts";
import { hex } from "./testing/hex.ts";
import { joined, latin1Bytes } from "./text.ts";

const request = latin1Bytes(
  "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nUpgrade: websocket\r\n\r\n",
);
const switching = latin1Bytes("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
const hey = hex("81 89 00 00 00 00 34 32 5b 22 68 65 79 22 5d");
const ping = hex("81 01 32");

const kinds = (messages: readonly WireMessage[]) =>
  messages.map(({ way, kind, index }) => `${way} ${kind} ${index}`);

describe("an exchange", () => {
  test("turns from HTTP to frames, both ways", () => {
    const reader = new ExchangeReader("socket.io");
    const messages = [
      ...reader.push({ way: "up", bytes: request, atMs: 1 }),
      ...reader.push({ way: "down", bytes: joined([switching, ping]), atMs: 2 }),
      ...reader.push({ way: "up", bytes: hey, atMs: 3 }),
    ];
    expect(kinds(messages)).toEqual([
      "up request 0",
      "down response 0",
      "down frame 1",
      "up frame 1",
    ]);
    expect(messages[3] && fieldOf(messages[3], "data.event-name")?.value).toBe("hey");
    expect(messages.map(({ atMs }) => atMs)).toEqual([1, 2, 2, 3]);
  });

  test("is understood from the middle on", () => {
    expect([request, switching, hey, ping].map(firstPhase)).toEqual([
      "http",
      "http",
      "websocket",
      "websocket",
    ]);
    const reader = new ExchangeReader("socket.io", firstPhase(ping));
    expect(kinds(reader.push({ way: "down", bytes: ping, atMs: 0 }))).toEqual(["down frame 0"]);
    expect(kinds(reader.push({ way: "up", bytes: hey, atMs: 0 }))).toEqual(["up frame 0"]);
  });

  test("keeps a client's frames until the server has switched", () => {
    const reader = new ExchangeReader("socket.io");
    expect(kinds(reader.push({ way: "up", bytes: joined([request, hey]), atMs: 1 }))).toEqual([
      "up request 0",
    ]);
    expect(reader.pending).toEqual({ up: 15, down: 0 });
    expect(kinds(reader.push({ way: "down", bytes: switching, atMs: 2 }))).toEqual([
      "down response 0",
      "up frame 1",
    ]);
  });

  test("waits through an interim answer", () => {
    const reader = new ExchangeReader("text");
    reader.push({ way: "up", bytes: joined([request, hey]), atMs: 1 });
    const early = latin1Bytes("HTTP/1.1 103 Early Hints\r\n\r\n");
    expect(kinds(reader.push({ way: "down", bytes: early, atMs: 2 }))).toEqual(["down response 0"]);
    expect(kinds(reader.push({ way: "down", bytes: switching, atMs: 2 }))).toEqual([
      "down response 1",
      "up frame 1",
    ]);
  });

  test("says the same however its bytes were cut", () => {
    const chunks = [
      { way: "up", bytes: request },
      { way: "down", bytes: joined([switching, ping, ping]) },
      { way: "up", bytes: joined([hey, hey]) },
    ] as const;
    const atOnce = new ExchangeReader("socket.io");
    const bytewise = new ExchangeReader("socket.io");
    const whole = chunks.flatMap((chunk) => atOnce.push({ ...chunk, atMs: 0 }));
    const cut = chunks.flatMap(({ way, bytes }) =>
      [...bytes].flatMap((byte) => bytewise.push({ way, bytes: Uint8Array.of(byte), atMs: 0 })),
    );
    expect(cut).toEqual(whole);
  });

  test("places what was overwritten in the message that it belongs to", () => {
    const reader = new ExchangeReader("socket.io");
    reader.push({ way: "up", bytes: request, atMs: 0, marks: [{ from: 4, to: 6, why: "key" }] });
    reader.push({ way: "down", bytes: switching, atMs: 0 });
    const bytes = joined([hey, hey]);
    const marks = [{ from: 14, to: 17, why: "key" }];
    const messages = reader.push({ way: "up", bytes, atMs: 0, marks });
    expect(messages.map((message) => message.marks)).toEqual([
      [{ from: 14, to: 15, why: "key" }],
      [{ from: 0, to: 2, why: "key" }],
    ]);
  });

  test("shows at its end what never became a message", () => {
    const reader = new ExchangeReader("socket.io");
    reader.push({ way: "up", bytes: request, atMs: 0 });
    reader.push({ way: "down", bytes: switching, atMs: 0 });
    reader.push({ way: "up", bytes: hey.subarray(0, 9), atMs: 0 });
    const [part] = reader.end(5);
    expect(part).toMatchObject({ kind: "part", bytes: hey.subarray(0, 9) });
    expect(part?.fields[0]?.meaning).toBe("Of at least 15 bytes only these came.");
  });

  test("shows what breaks a rule once, and then nothing of that direction", () => {
    const reader = new ExchangeReader("text");
    const noise = latin1Bytes("this is no HTTP\r\n\r\n");
    expect(kinds(reader.push({ way: "up", bytes: noise, atMs: 0 }))).toEqual(["up unreadable 0"]);
    expect(reader.push({ way: "up", bytes: noise, atMs: 0 })).toEqual([]);
  });

  test("reads a megabyte that comes byte by byte", () => {
    const reader = new ExchangeReader("text");
    reader.push({ way: "up", bytes: request, atMs: 0 });
    reader.push({ way: "down", bytes: switching, atMs: 0 });
    const head = hex("82 7f 00 00 00 00 00 10 00 00");
    const frame = joined([head, new Uint8Array(2 ** 20)]);
    const messages: WireMessage[] = [];
    for (const byte of frame)
      messages.push(...reader.push({ way: "down", bytes: Uint8Array.of(byte), atMs: 0 }));
    expect(kinds(messages)).toEqual(["down frame 1"]);
  });
});
