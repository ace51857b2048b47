import {
  decodeEngineIo,
  type EngineIoType,
  engineIoSource as source,
  splitPayload,
} from "./engine-io.ts";
import { leaf } from "./leaf.ts";
import { sidFields } from "./sid-fields.ts";
import { socketIoSource } from "./socket-io.ts";
import { socketIoFields } from "./socket-io-fields.ts";
import { hexPreview, preview } from "./text.ts";
import type { WireField } from "./wire-field.ts";
import type { WireState } from "./wire-state.ts";

const meanings: Readonly<Record<EngineIoType | "binary", string>> = {
  open: "The server opens the session; its settings follow as JSON.",
  close: "Asks to close the transport.",
  ping: "Are you there? Heartbeats are sent by the server; a probe of a new transport by the client.",
  pong: "The answer to a ping.",
  message: "A message of the layer above: a Socket.IO packet follows.",
  upgrade: "The client now uses this transport.",
  noop: "Nothing: it only ends a poll that is waiting.",
  binary: "Bytes follow as base64, since a polling body is text.",
};

type Attachments = WireState["attachments"];

/** Fields of some packets, and the attachments that are still to come. */
export interface PacketFields {
  fields: WireField[];
  attachments: Attachments;
}

/** The fields of the packet that fills `bytes[from, to)` as text. */
export function packetFields(
  bytes: Uint8Array,
  from: number,
  to: number,
  attachments: Attachments,
): PacketFields {
  if (from === to) return { fields: [], attachments };
  const read = decodeEngineIo(bytes.subarray(from, to));
  if (!read.ok) return { fields: notAPacket(bytes, from, to, read.failure.rule), attachments };
  const { type } = read.value;
  const value = `${preview(bytes.subarray(from, from + 1))}, ${type}`;
  const own = { layer: "engine.io", source } as const;
  const fields = [
    leaf(bytes, from, from + 1, { ...own, name: "type", value, meaning: meanings[type] }),
  ];
  if (from + 1 === to) return { fields, attachments };
  if (type === "message") {
    const inner = socketIoFields(bytes, from + 1, to);
    const { attachments: count } = inner;
    return {
      fields: [...fields, ...inner.fields],
      attachments: count ? { next: 0, count } : undefined,
    };
  }
  if (type === "binary") {
    const inner = attachmentFields(bytes, from + 1, to, attachments);
    return { ...inner, fields: [...fields, ...inner.fields] };
  }
  return { fields: [...fields, ...plainFields(bytes, from + 1, to, type)], attachments };
}

/** The field of an attachment: bytes that a packet before has announced. */
export function attachmentFields(
  bytes: Uint8Array,
  from: number,
  to: number,
  attachments: Attachments,
): PacketFields {
  const { next, count } = attachments ?? { next: 0, count: 0 };
  const left = next + 1 < count ? { next: next + 1, count } : undefined;
  if (from === to) return { fields: [], attachments: left };
  const field = leaf(bytes, from, to, {
    layer: "data",
    name: count ? `attachment ${next}` : "binary data",
    value: hexPreview(bytes.subarray(from, to)),
    meaning: count
      ? `Takes the place of placeholder ${next} in the packet before.`
      : "Bytes that no packet has announced.",
    source: socketIoSource,
  });
  return { fields: [field], attachments: left };
}

/** The fields of a polling body: packets with a separator between them. */
export function payloadFields(
  bytes: Uint8Array,
  from: number,
  to: number,
  before: Attachments,
): PacketFields {
  const fields: WireField[] = [];
  let attachments = before;
  for (const span of splitPayload(bytes, from, to)) {
    if (span.from > from) fields.push(separator(bytes, span.from - 1));
    const packet = packetFields(bytes, span.from, span.to, attachments);
    for (const field of packet.fields) fields.push(field);
    attachments = packet.attachments;
  }
  return { fields, attachments };
}

const sessionId =
  "The id of this Engine.IO session. Each later request names it, so keep it to yourself.";

function plainFields(bytes: Uint8Array, from: number, to: number, type: EngineIoType): WireField[] {
  const own = { layer: "engine.io", source } as const;
  const sid = type === "open" && sidFields(bytes, from, to, { ...own, whose: sessionId });
  if (sid) return sid;
  const meaning =
    type === "open" ? "The session's settings." : "Marks the test of a new transport.";
  return [leaf(bytes, from, to, { ...own, name: "payload", meaning })];
}

const separator = (bytes: Uint8Array, at: number): WireField =>
  leaf(bytes, at, at + 1, {
    layer: "engine.io",
    name: "record separator",
    value: "1e",
    meaning: "Ends one packet and begins the next in the same body.",
    source,
  });

const notAPacket = (bytes: Uint8Array, from: number, to: number, rule: string): WireField[] => [
  leaf(bytes, from, to, { layer: "data", name: "not Engine.IO", meaning: rule, source }),
];
