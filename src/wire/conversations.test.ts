import { describe, expect, test } from "vitest";
import { readCapture } from "./read-capture.ts";
import type { StreamMessage } from "./stream-reader.ts";
import { beside, captureFile } from "./testing/captures.ts";
import { conversationsOf } from "./testing/conversations-of.ts";
import { utf8 } from "./text.ts";

/** A packet of a session, as it was noted down beside the capture. */
interface Noted {
  frame: number;
  dir: string;
  raw?: string;
  rawHex?: string;
}

const messagesOf = (name: string): { number: number; message: StreamMessage }[] =>
  conversationsOf(readCapture(captureFile(name)).packets).flatMap(({ number, segment }) =>
    segment.messages.map((message) => ({ number, message })),
  );

/** What an HTTP body or a frame carries for Engine.IO. */
const carried = ({ fields, plain }: StreamMessage): Uint8Array => {
  const from = fields.find(
    ({ id, layer }) => layer === "data" || /^engine\.io\.type/.test(id),
  )?.from;
  return from === undefined ? new Uint8Array() : plain.subarray(from);
};

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

describe.each(["socketio-polling", "socketio-upgrade", "socketio-websocket"])("%s", (name) => {
  test("has the packets of its session, in the frames and order in which they were noted", () => {
    const noted = (beside(`${name}.sio.json`) as Noted[]).map(({ frame, dir, raw, rawHex }) => ({
      frame,
      way: dir.startsWith("c2s") ? "up" : "down",
      raw: raw ?? rawHex,
    }));
    const read = messagesOf(`${name}.pcap`)
      .filter(({ message: { layer } }) => layer === "engine.io" || layer === "socket.io")
      .map(({ number, message }) => {
        const bytes = carried(message);
        const isText = message.fields.some(({ id }) => /^engine\.io\.type/.test(id));
        return { frame: number, way: message.way, raw: isText ? utf8(bytes) : hexOf(bytes) };
      });
    expect(read).toEqual(noted);
  });
});

test("HTTP is read over segments: requests, answers, bodies in chunks", () => {
  const said = messagesOf("http.pcap").map(
    ({ message: { way, layer, text } }) => `${way} ${layer} ${text}`,
  );
  expect(said.length).toBeGreaterThan(6);
  expect(said.every((text) => / http /.test(text))).toBe(true);
  expect(said[0]).toMatch(/^up http GET \//);
  expect(said[1]).toMatch(/^down http 200 /);
});

test("WebSocket frames are read unmasked, also those longer than a segment", () => {
  const messages = messagesOf("websocket.pcap").map(({ message }) => message);
  expect(messages.slice(0, 2).map(({ text }) => text)).toEqual([
    expect.stringMatching(/^GET /),
    "101 Switching Protocols",
  ]);
  expect(Math.max(...messages.map(({ bytes }) => bytes.length))).toBeGreaterThan(65_536);
  expect(messages.some(({ text }) => text.startsWith("ping"))).toBe(true);
  expect(messages.at(-1)?.text).toMatch(/^close/);
});

test.each(["tls12.pcap", "tls13.pcap"])("%s is read record by record", (name) => {
  const said = messagesOf(name).map(({ message: { layer, text } }) => `${layer} ${text}`);
  expect(said.slice(0, 2)).toEqual(["tls ClientHello", "tls ServerHello"]);
  expect(said).toContain("tls application data");
});

test("DNS over TCP is put together from its segments", () => {
  const messages = messagesOf("dns.pcap").map(({ message }) => message);
  expect(messages.map(({ layer }) => layer)).toEqual(messages.map(() => "dns"));
  expect(messages.length).toBe(6);
  expect(messages.every(({ fields }) => fields[0]?.id === "dns.message-length")).toBe(true);
});

test("a connection that begins with none of these is not guessed", () => {
  expect(messagesOf("tcp-basic.pcap")).toEqual([]);
});
