import { describe, expect, test } from "vitest";
import { type Dissection, dissect, fieldOf, type WireContext } from "./dissect.ts";
import { headerOf } from "./header-of.ts";
import { decodeHttp, encodeHttp } from "./http-message.ts";
import { layerBytes } from "./leaf.ts";
import { ownershipFaults } from "./testing/ownership.ts";
import { latin1Bytes } from "./text.ts";

const http = (...lines: string[]): Uint8Array => latin1Bytes(lines.join("\r\n"));

const read = (bytes: Uint8Array, context: Partial<WireContext> = {}): Dissection => {
  const whole = { way: "up", carries: "socket.io", state: { phase: "http" }, ...context } as const;
  const result = dissect(bytes, whole);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  expect(ownershipFaults(result.value)).toEqual([]);
  return result.value;
};

const failure = (bytes: Uint8Array, method?: string) => {
  const result = decodeHttp(bytes, { method });
  return result.ok ? undefined : result.failure;
};

const upgrade = http(
  "GET /socket.io/?EIO=4&transport=websocket&sid=abc&bench=*** HTTP/1.1",
  "Host: localhost:4321",
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "X-Odd:  two spaces \t",
  "",
  "",
);

const post = http(
  "POST /socket.io/?EIO=4&transport=polling&sid=abc HTTP/1.1",
  "Content-Type: text/plain;charset=UTF-8",
  "Content-Length: 9",
  "",
  '42["hey"]',
);

const chunked = http(
  "HTTP/1.1 200 OK",
  "Content-Type: text/plain",
  "Transfer-Encoding: chunked",
  "",
  "9;note=x",
  '42["hey"]',
  "0",
  "Checksum: 1",
  "",
  "",
);

describe("a request", () => {
  test("[RFC 9112 3] has a method, a target and a version", () => {
    const message = read(upgrade);
    expect(message.kind).toBe("request");
    expect(message.fields.slice(0, 7).map(({ name, value }) => `${name}: ${value}`)).toEqual([
      "method: GET",
      "path: /socket.io/",
      "EIO: 4",
      "transport: websocket",
      "sid: abc",
      "query bench: ***",
      "version: HTTP/1.1",
    ]);
  });

  test("[RFC 9112 5] has a field for each header line", () => {
    const message = read(upgrade);
    expect(headerOf(message, "sec-websocket-key")).toBe("dGhlIHNhbXBsZSBub25jZQ==");
    expect(headerOf(message, "x-odd")).toBe("two spaces");
    expect(fieldOf(message, "http.host")?.source).toBe("RFC 9110, section 7.2");
  });

  test("shows the packets in its body", () => {
    const message = read(post);
    expect(fieldOf(message, "data.event-name")?.value).toBe("hey");
    expect(layerBytes(message.fields)).toMatchObject({ "socket.io": 1, data: 7 });
  });

  test("of a program of its own has a body, no packets", () => {
    expect(fieldOf(read(post, { carries: "text" }), "data.body")?.value).toBe('42["hey"]');
  });
});

describe("a response", () => {
  const down = { way: "down" } as const;

  test("[RFC 9110 15.2.2] 101 turns to WebSocket and says what was agreed on", () => {
    const lines = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket"];
    const plain = read(http(...lines, "", ""), down);
    const deflating = ["Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover"];
    expect(plain.next).toEqual({ phase: "websocket", isDeflateAgreed: false });
    expect(read(http(...lines, ...deflating, "", ""), down).next.isDeflateAgreed).toBe(true);
  });

  test("[RFC 9112 7.1] in chunks shows their sizes, the content and what follows", () => {
    const message = read(chunked, down);
    expect(message.bytes).toEqual(chunked);
    expect(fieldOf(message, "http.chunk-size")?.value).toBe("9;note=x");
    expect(fieldOf(message, "data.event-name")?.value).toBe("hey");
    expect(fieldOf(message, "http.trailers")?.value).toBe("Checksum: 1");
  });

  test("[RFC 9112 7.1] in several chunks shows each as a piece", () => {
    const head = ["HTTP/1.1 200 OK", "Transfer-Encoding: chunked", ""];
    const message = read(http(...head, "3", "42[", "2", "1]", "0", "", ""), down);
    const pieces = message.fields.filter(({ name }) => name === "chunk");
    expect(pieces.map(({ value }) => value)).toEqual(["42[", "1]"]);
  });

  test("[RFC 9112 6.3] without a length ends with its connection", () => {
    const bytes = http("HTTP/1.0 200 OK", "", "all of it");
    expect(failure(bytes)).toMatchObject({ code: "truncated", need: bytes.length + 1 });
    expect(
      fieldOf(read(bytes, { ...down, isClosed: true, carries: "text" }), "data.body")?.value,
    ).toBe("all of it");
  });

  test("[RFC 9112 6.3] to HEAD has no body, whatever its headers say", () => {
    const bytes = http("HTTP/1.1 200 OK", "Content-Length: 10", "", "");
    const message = read(bytes, { ...down, state: { phase: "http", method: "HEAD" } });
    expect(message.bytes).toHaveLength(bytes.length);
  });

  test("to a POST of Engine.IO has its ok", () => {
    const lines = ["HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Length: 2", "", "ok"];
    expect(layerBytes(read(http(...lines), down).fields)).toMatchObject({ "engine.io": 2 });
  });

  test("[RFC 9110 8.4] that is compressed is marked and not read", () => {
    const head = ["HTTP/1.1 200 OK", "Content-Type: text/plain", "Content-Encoding: gzip"];
    const message = read(http(...head, "Content-Length: 3", "", "abc"), down);
    expect(fieldOf(message, "data.compressed-body")?.meaning).toContain("gzip");
  });
});

describe("a message", () => {
  test.each([upgrade, post, chunked])("round-trips (%#)", (bytes) => {
    const placed = decodeHttp(bytes);
    if (!placed.ok) throw new Error(placed.failure.code);
    const body = bytes.slice(placed.value.bodyFrom, placed.value.end);
    expect(encodeHttp({ head: placed.value.head, body })).toEqual(bytes);
  });

  test.each([upgrade, post, chunked])("says what is missing, at every length (%#)", (bytes) => {
    for (let have = 0; have < bytes.length; have++) {
      const cut = failure(bytes.subarray(0, have));
      if (cut?.code !== "truncated") throw new Error(`${have}: ${JSON.stringify(cut)}`);
      expect(cut.have).toBe(have);
      expect(cut.need).toBeGreaterThan(have);
      expect(cut.need).toBeLessThanOrEqual(bytes.length);
    }
  });

  test.each([
    ["no start line", http("hello", "", "")],
    ["a header without a colon", http("GET / HTTP/1.1", "Host", "", "")],
    ["a length that is no number", http("GET / HTTP/1.1", "Content-Length: 1, 2", "", "")],
    [
      "another coding behind chunked",
      http("GET / HTTP/1.1", "Transfer-Encoding: chunked, gzip", "", ""),
    ],
    ["a chunk without a size", http("GET / HTTP/1.1", "Transfer-Encoding: chunked", "", "x", "")],
    [
      "a chunk that does not end",
      http("GET / HTTP/1.1", "Transfer-Encoding: chunked", "", "1", "ab", ""),
    ],
    ["[RFC 9112 2.2] CR without LF", http("GET /a\rb HTTP/1.1", "", "")],
    ["a head without an end", new Uint8Array(70_000)],
  ])("with %s breaks a rule", (_, bytes) => {
    expect(failure(bytes)).toMatchObject({ code: "malformed" });
  });
});
