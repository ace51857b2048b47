import { describe, expect, test } from "vitest";
import { type Dissection, dissect } from "./dissect.ts";
import { payloadFields } from "./engine-io-fields.ts";
import { layerBytes } from "./leaf.ts";
import { decodeSocketIo } from "./socket-io.ts";
import { hex } from "./testing/hex.ts";
import { ownershipFaults } from "./testing/ownership.ts";
import { utf8Bytes } from "./text.ts";
import { encodeFrame } from "./websocket-frame.ts";
import type { WireState } from "./wire-state.ts";

const open: WireState = { phase: "websocket" };

const frameOf = (payload: Uint8Array, opcode = 1): Uint8Array =>
  encodeFrame({
    isFinal: true,
    rsv1: false,
    rsv2: false,
    rsv3: false,
    opcode,
    lengthBits: payload.length < 126 ? 7 : 16,
    maskingKey: hex("a1 b2 c3 d4"),
    payload,
  });

const inFrame = (text: string | Uint8Array, state = open): Dissection => {
  const isText = typeof text === "string";
  const bytes = frameOf(isText ? utf8Bytes(text) : text, isText ? 1 : 2);
  const read = dissect(bytes, { way: "up", carries: "socket.io", state });
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  expect(ownershipFaults(read.value)).toEqual([]);
  return read.value;
};

/** Name and value of each field behind the header. */
const said = ({ fields }: Dissection): string[] =>
  fields.filter(({ from }) => from >= 6).map(({ name, value }) => `${name}: ${value}`);

describe("an event in a frame", () => {
  test('takes 15 bytes for 42["hey"], each with an owner', () => {
    const message = inFrame('42["hey"]');
    expect(message.bytes).toHaveLength(15);
    expect(said(message)).toEqual([
      "type: 4, message",
      "packet type: 2, EVENT",
      'JSON punctuation: ["',
      "event name: hey",
      'JSON punctuation: "]',
    ]);
    expect(layerBytes(message.fields)).toEqual({
      websocket: 6,
      "engine.io": 1,
      "socket.io": 1,
      data: 7,
    });
  });

  test("shows namespace, ack id and arguments", () => {
    expect(said(inFrame('42/news,12["a","x,]\\"",{"b":[1]}]'))).toEqual([
      "type: 4, message",
      "packet type: 2, EVENT",
      "namespace: /news,",
      "ack id: 12",
      'JSON punctuation: ["',
      "event name: a",
      'JSON punctuation: ",',
      'argument 1: "x,]\\""',
      "JSON punctuation: ,",
      'argument 2: {"b":[1]}',
      "JSON punctuation: ]",
    ]);
  });

  test("counts bytes, not characters", () => {
    const message = inFrame('42["wörld 🙂"]');
    expect(message.fields.find(({ id }) => id === "data.event-name")).toMatchObject({
      value: "wörld 🙂",
      from: 10,
      to: 21,
    });
  });

  test("has placeholders for binary data, which follows in frames of its own", () => {
    const event = inFrame(
      '452-["up",{"_placeholder":true,"num":0},{"x":{"_placeholder":true,"num":1}}]',
    );
    expect(said(event)).toContain("attachments: 2-");
    expect(said(event).filter((text) => text.startsWith("placeholder"))).toHaveLength(2);
    expect(event.next.attachments).toEqual({ next: 0, count: 2 });
    const first = inFrame(hex("01 02"), event.next);
    const second = inFrame(hex("fa"), first.next);
    expect([said(first), said(second)]).toEqual([["attachment 0: 01 02"], ["attachment 1: fa"]]);
    expect(second.next).toEqual(open);
  });

  test.each([
    ["430[1]", "packet type: 3, ACK", "argument 1: 1"],
    ['40{"sid":"abc"}', "packet type: 0, CONNECT", "sid: abc"],
    ['40/a,{"token":1}', "namespace: /a,", 'JSON: {"token":1}'],
    ['44/a,{"message":"no"}', "packet type: 4, CONNECT_ERROR", 'JSON: {"message":"no"}'],
    ["41/chat,", "packet type: 1, DISCONNECT", "namespace: /chat,"],
    ["2probe", "type: 2, ping", "payload: probe"],
    ['0{"sid":"x","upgrades":[]}', "type: 0, open", "sid: x"],
    ["3", "type: 3, pong", "type: 3, pong"],
    ["hello", "not Engine.IO: hello", "not Engine.IO: hello"],
    ["49[]", "not Socket.IO: 9[]", "type: 4, message"],
    ["42{}", "not Socket.IO: {}", "packet type: 2, EVENT"],
    ["42[", "not Socket.IO: [", "packet type: 2, EVENT"],
    ["42[1]", "argument 0: 1", "JSON punctuation: ["],
    ['42[""]', 'JSON punctuation: ["', 'JSON punctuation: "]'],
    ["430[]", "JSON punctuation: []", "ack id: 0"],
  ])("%s says %s, %s", (packet, first, second) => {
    const fields = said(inFrame(packet));
    expect(fields).toContain(first);
    expect(fields).toContain(second);
  });
});

describe("a polling body", () => {
  test("holds several packets, and bytes as base64", () => {
    const body = utf8Bytes('42["a"]\x1e451-["b",{"_placeholder":true,"num":0}]\x1ebAQIDBA==\x1e2');
    const { fields, attachments } = payloadFields(body, 0, body.length, undefined);
    expect(fields.filter(({ name }) => name === "record separator")).toHaveLength(3);
    expect(fields.map(({ name }) => name)).toContain("attachment 0");
    expect(fields.at(-1)).toMatchObject({ name: "type", value: "2, ping" });
    expect(attachments).toBeUndefined();
  });
});

describe("a packet", () => {
  test("without its number of attachments is none, if it is binary", () => {
    expect(decodeSocketIo(utf8Bytes("5[]")).ok).toBe(false);
    expect(decodeSocketIo(utf8Bytes("21-[]")).ok).toBe(false);
  });

  test("begins with a type", () => {
    expect(decodeSocketIo(new Uint8Array())).toMatchObject({
      failure: { code: "malformed", at: 0 },
    });
  });
});
