import { once } from "node:events";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type ServerOptions } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { RecordingRelay } from "#server/testing/recording-relay.ts";
import { until } from "#server/testing/until.ts";
import type { WireMessage } from "./direction-reader.ts";
import { dissect } from "./dissect.ts";
import { ExchangeReader } from "./exchange-reader.ts";
import { ownershipFaults } from "./testing/ownership.ts";
import { rewritten } from "./testing/round-trip.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const listen = async (http: HttpServer): Promise<number> => {
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  return (http.address() as AddressInfo).port;
};

/** A Socket.IO server behind a relay. It answers every event, and knows a namespace that refuses. */
async function socketIo(options: Partial<ServerOptions> = {}): Promise<RecordingRelay> {
  const http = createServer();
  const server = new Server(http, options);
  for (const namespace of [server.of("/"), server.of("/news")])
    namespace.on("connection", (socket) => {
      socket.onAny((event, ...args) => {
        const answer = args.pop();
        socket.emit(`${event}-back`, ...args);
        if (typeof answer === "function") answer("ok", ...args);
      });
    });
  server.of("/staff").use((_, next) => next(new Error("not authorised")));
  const relay = await RecordingRelay.to({ port: await listen(http) });
  closing.push(
    () => server.close(),
    () => relay[Symbol.asyncDispose](),
  );
  return relay;
}

const client = (url: string, transports: string[]): Socket => {
  const socket = io(url, { transports, forceNew: true, auth: { token: "wörd" } });
  closing.push(() => socket.disconnect());
  return socket;
};

const upgraded = (socket: Socket): Promise<unknown> =>
  new Promise((resolve) => socket.io.engine.once("upgrade", resolve));

const binary = Uint8Array.of(1, 2, 3, 0xfa);

/** Events of every kind that a program can emit. */
async function talk(socket: Socket): Promise<void> {
  if (!socket.connected) await once(socket as unknown as NodeJS.EventEmitter, "connect");
  await socket.emitWithAck("hey");
  await socket.emitWithAck("wörld 🙂", { a: [1, "]", '"'] }, null);
  await socket.emitWithAck("bytes", binary, { deep: [binary] });
  await socket.emitWithAck("long", "x".repeat(3000), "ü".repeat(40_000));
  await socket.emitWithAck("", "empty name");
  const news = socket.io.socket("/news");
  await news.emitWithAck("in news", 1);
  const staff = socket.io.socket("/staff");
  await once(staff as unknown as NodeJS.EventEmitter, "connect_error");
  news.disconnect();
  socket.disconnect();
}

/** The messages of everything that went over the relay, connection by connection. */
const messagesOf = (relay: RecordingRelay, carries: "socket.io" | "text"): WireMessage[] =>
  relay.connections.flatMap(({ up, down }) => {
    const reader = new ExchangeReader(carries);
    const read = (way: "up" | "down", pieces: readonly Buffer[]) =>
      pieces.flatMap((bytes) => reader.push({ way, bytes, atMs: 0 }));
    return [...read("up", up), ...read("down", down), ...reader.end(0)];
  });

/** The same, once no message is half over. */
async function wholeMessages(
  relay: RecordingRelay,
  carries: "socket.io" | "text",
): Promise<WireMessage[]> {
  await until(() => messagesOf(relay, carries).every(({ kind }) => kind !== "part"));
  return messagesOf(relay, carries);
}

/** Every byte is read, has one owner, keeps its rules and is written again as it was. */
function expectUnderstood(relay: RecordingRelay, messages: readonly WireMessage[]): void {
  const pieces = relay.connections.flatMap(({ up, down }) => [...up, ...down]);
  const passed = pieces.reduce((sum, { length }) => sum + length, 0);
  const read = messages.reduce((sum, { bytes }) => sum + bytes.length, 0);
  expect(read).toBe(passed);
  for (const message of messages) {
    expect(ownershipFaults(message)).toEqual([]);
    expect(message.broken).toEqual([]);
    expect(["request", "response", "frame"]).toContain(message.kind);
    expect(Buffer.from(rewritten(message)).equals(message.bytes)).toBe(true);
    expect(message.fields.map(({ name }) => name)).not.toContain("not Socket.IO");
    expect(message.fields.map(({ name }) => name)).not.toContain("not Engine.IO");
  }
}

const names = (messages: readonly WireMessage[]): Set<string> =>
  new Set(messages.flatMap(({ fields }) => fields.map(({ layer, name }) => `${layer} ${name}`)));

describe("what the libraries send is understood to the last byte", () => {
  test.each([
    ["WebSocket", ["websocket"]],
    ["polling", ["polling"]],
    ["polling, then WebSocket", ["polling", "websocket"]],
  ])("Socket.IO over %s", async (_, transports) => {
    const relay = await socketIo();
    const socket = client(relay.url, transports);
    if (transports.length > 1) await upgraded(socket);
    await talk(socket);
    const messages = await wholeMessages(relay, "socket.io");
    expectUnderstood(relay, messages);
    const seen = names(messages);
    for (const name of ["event name", "argument 1", "attachment 0", "attachment 1"])
      expect(seen).toContain(`data ${name}`);
    for (const name of ["namespace", "ack id", "attachments", "placeholder 0", "sid"])
      expect(seen).toContain(`socket.io ${name}`);
  });

  test("a client's frame for hey takes 15 bytes, with another key each time", async () => {
    const relay = await socketIo();
    const socket = client(relay.url, ["websocket"]);
    await once(socket as unknown as NodeJS.EventEmitter, "connect");
    for (let time = 0; time < 3; time++) {
      socket.emit("hey");
      await once(socket as unknown as NodeJS.EventEmitter, "hey-back");
    }
    const isHey = ({ way, fields }: WireMessage) =>
      way === "up" && fields.some(({ id, value }) => id === "data.event-name" && value === "hey");
    const frames = (await wholeMessages(relay, "socket.io")).filter(isHey);
    expect(frames.map(({ bytes }) => bytes.length)).toEqual([15, 15, 15]);
    const keys = frames.map(
      ({ fields }) => fields.find(({ name }) => name === "masking key")?.value,
    );
    expect(new Set(keys).size).toBe(3);
  });

  test.each([false, true])("ws, with compression: %s", async (isDeflated) => {
    const http = createServer();
    const server = new WebSocketServer({ server: http, perMessageDeflate: isDeflated });
    server.on("connection", (peer) => {
      peer.on("message", (data, isBinary) => peer.send(data, { binary: isBinary }));
      peer.ping("are you there");
    });
    const relay = await RecordingRelay.to({ port: await listen(http) });
    closing.push(
      () => http.close(),
      () => relay[Symbol.asyncDispose](),
    );
    const socket = new WebSocket(relay.url.replace("http", "ws"));
    await once(socket, "open");
    const data = ["hi", "x".repeat(200), "y".repeat(70_000), Buffer.from(binary)];
    for (const item of data) {
      socket.send(item);
      await once(socket, "message");
    }
    for (const [piece, isLast] of [
      ["he", false],
      ["l", false],
      ["lo", true],
    ] as const)
      socket.send(piece, { fin: isLast });
    await once(socket, "message");
    socket.close(1000, "bye");
    await once(socket, "close");
    const messages = await wholeMessages(relay, "text");
    for (const message of messages) expect(ownershipFaults(message)).toEqual([]);
    expect(messages.flatMap(({ broken }) => broken)).toEqual([]);
    const frames = messages.filter(({ kind }) => kind === "frame");
    expect(frames.map(({ kind }) => kind)).not.toContain("unreadable");
    const seen = names(frames);
    for (const name of ["ping data", "pong data", "close code", "close reason", "masking key"])
      expect(seen).toContain(`websocket ${name}`);
    expect(seen.has("data compressed data")).toBe(isDeflated);
    if (!isDeflated) for (const name of ["text", "piece 3"]) expect(seen).toContain(`data ${name}`);
  });

  test("each message says what is missing, at every length", async () => {
    const relay = await socketIo();
    const socket = client(relay.url, ["polling", "websocket"]);
    await upgraded(socket);
    await socket.emitWithAck("hey", binary);
    const messages = await wholeMessages(relay, "socket.io");
    expect(messages.length).toBeGreaterThan(10);
    for (const { bytes, way } of messages) {
      const phase = bytes[0] && bytes[0] > 0x7f ? "websocket" : "http";
      for (let have = 0; have < bytes.length; have++) {
        const state = { phase } as const;
        const cut = dissect(bytes.subarray(0, have), { way, carries: "socket.io", state });
        if (cut.ok || cut.failure.code !== "truncated") throw new Error(`read at ${have}`);
        expect(cut.failure.need).toBeGreaterThan(have);
        expect(cut.failure.need).toBeLessThanOrEqual(bytes.length);
        expect(cut.failure.have).toBe(have);
      }
    }
  });
});
