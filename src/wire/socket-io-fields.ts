import { arraySpans } from "./json-array.ts";
import { leaf } from "./leaf.ts";
import { placeholderFields } from "./placeholder-fields.ts";
import { sidFields } from "./sid-fields.ts";
import {
  decodeSocketIo,
  type PlacedPacket,
  type SocketIoType,
  socketIoSource as source,
} from "./socket-io.ts";
import { preview } from "./text.ts";
import type { WireField } from "./wire-field.ts";

const meanings: Readonly<Record<SocketIoType, string>> = {
  CONNECT: "Asks to join a namespace, or says that the client has joined it.",
  DISCONNECT: "Leaves a namespace.",
  EVENT: "An event: its name and arguments follow as JSON.",
  ACK: "Answers an event that asked for an acknowledgement.",
  CONNECT_ERROR: "Refuses a client that wanted to join a namespace.",
  BINARY_EVENT: "An event with binary data, which follows in packets of its own.",
  BINARY_ACK: "An acknowledgement with binary data, which follows in packets of its own.",
};

/** The fields of the Socket.IO packet that fills `bytes[from, to)`, and its attachments' number. */
export function socketIoFields(
  bytes: Uint8Array,
  from: number,
  to: number,
): { fields: WireField[]; attachments: number } {
  const read = decodeSocketIo(bytes, from, to);
  if (!read.ok) return { fields: unreadable(bytes, from, to, read.failure.rule), attachments: 0 };
  const { attachments = 0 } = read.value.packet;
  const fields = [...prefixFields(bytes, from, read.value), ...jsonFields(bytes, to, read.value)];
  return { fields, attachments };
}

function prefixFields(bytes: Uint8Array, from: number, placed: PlacedPacket): WireField[] {
  const { packet, attachmentsFrom, namespaceFrom, ackIdFrom, jsonFrom } = placed;
  const { type } = packet;
  const own = { layer: "socket.io", source } as const;
  const typeValue = `${preview(bytes.subarray(from, from + 1))}, ${type}`;
  const ackMeaning =
    type === "ACK" || type === "BINARY_ACK"
      ? "Which event this answers."
      : "Asks for an acknowledgement; the answer will carry the same number.";
  const parts: WireField[] = [
    leaf(bytes, from, from + 1, {
      ...own,
      name: "packet type",
      value: typeValue,
      meaning: meanings[type],
    }),
    leaf(bytes, attachmentsFrom, namespaceFrom, {
      ...own,
      name: "attachments",
      meaning: "How many binary attachments follow, and the hyphen that ends the number.",
    }),
    leaf(bytes, namespaceFrom, ackIdFrom, {
      ...own,
      name: "namespace",
      meaning: "The namespace, and the comma that ends it. Without one it is the main one, /.",
    }),
    leaf(bytes, ackIdFrom, jsonFrom, { ...own, name: "ack id", meaning: ackMeaning }),
  ];
  return parts.filter((field) => field.to > field.from);
}

function jsonFields(
  bytes: Uint8Array,
  to: number,
  { packet, jsonFrom }: PlacedPacket,
): WireField[] {
  const { type } = packet;
  if (jsonFrom >= to) return [];
  if (type === "EVENT" || type === "BINARY_EVENT") return arrayFields(bytes, jsonFrom, to, true);
  if (type === "ACK" || type === "BINARY_ACK") return arrayFields(bytes, jsonFrom, to, false);
  const sid = sidFields(bytes, jsonFrom, to, { layer: "socket.io", source, whose: socketId });
  if (sid) return sid;
  const meaning = type === "CONNECT" ? "What the client says of itself (auth)." : "Why, as JSON.";
  return [leaf(bytes, jsonFrom, to, { layer: "data", name: "JSON", meaning, source })];
}

const socketId = "The id of this client in this namespace: its socket.id.";

/** The parts of an array of arguments; the first one is the event's name, if `hasName`. */
function arrayFields(bytes: Uint8Array, from: number, to: number, hasName: boolean): WireField[] {
  const spans = arraySpans(bytes, from, to);
  if (!spans) return unreadable(bytes, from, to, "Arguments are a JSON array.");
  const fields: WireField[] = [];
  let at = from;
  for (const [index, span] of spans.entries()) {
    const isName = hasName && index === 0 && bytes[span.from] === 0x22 && span.to - span.from >= 2;
    const inside = isName ? { from: span.from + 1, to: span.to - 1 } : span;
    fields.push(punctuation(bytes, at, inside.from));
    fields.push(
      ...(isName
        ? nameField(bytes, inside.from, inside.to)
        : placeholderFields(bytes, inside.from, inside.to, hasName ? index : index + 1)),
    );
    at = inside.to;
  }
  return [...fields, punctuation(bytes, at, to)];
}

const nameField = (bytes: Uint8Array, from: number, to: number): WireField[] =>
  from === to
    ? []
    : [
        leaf(bytes, from, to, {
          layer: "data",
          name: "event name",
          meaning: "The name that was given to emit; listeners of the other side are found by it.",
          source,
        }),
      ];

const punctuation = (bytes: Uint8Array, from: number, to: number): WireField =>
  leaf(bytes, from, to, {
    layer: "data",
    name: "JSON punctuation",
    meaning: "Brackets, quotation marks and commas: the array that holds name and arguments.",
    source: "RFC 8259, section 5",
  });

const unreadable = (bytes: Uint8Array, from: number, to: number, rule: string): WireField[] =>
  from === to
    ? []
    : [leaf(bytes, from, to, { layer: "data", name: "not Socket.IO", meaning: rule, source })];
