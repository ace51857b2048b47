import { closeCodeName } from "./close-codes.ts";
import { attachmentFields, packetFields } from "./engine-io-fields.ts";
import { type HeaderTable, headerFields } from "./header.ts";
import { leaf } from "./leaf.ts";
import { hexPreview, preview, utf8 } from "./text.ts";
import type { PlacedFrame } from "./websocket-frame.ts";
import {
  frameHeader,
  length16,
  length64,
  maskingKeyHeader,
  opcodeName,
} from "./websocket-header.ts";
import type { WireField } from "./wire-field.ts";
import { type WireState, withAttachments } from "./wire-state.ts";

const layer = "websocket";

/** The fields of a frame, and what is known after it. `plain` has the payload unmasked. */
export function frameFields(
  plain: Uint8Array,
  placed: PlacedFrame,
  carries: "socket.io" | "text",
  state: WireState,
): { fields: WireField[]; next: WireState } {
  const payload = payloadOf(plain, placed, carries, state);
  return {
    fields: [...headerPart(plain, placed), ...payload.fields],
    next: afterFrame(placed, withAttachments(state, payload.attachments)),
  };
}

function headerPart(bytes: Uint8Array, { frame, payloadFrom }: PlacedFrame): WireField[] {
  const fields: WireField[] = [];
  let at = 0;
  const add = (table: HeaderTable): void => {
    fields.push(...headerFields(table, bytes, at, layer));
    at += table.sizeBytes;
  };
  add(frameHeader);
  if (frame.lengthBits === 16) add(length16);
  if (frame.lengthBits === 64) add(length64);
  if (at < payloadFrom) add(maskingKeyHeader);
  return fields;
}

interface Payload {
  fields: WireField[];
  attachments: WireState["attachments"];
}

function payloadOf(
  bytes: Uint8Array,
  placed: PlacedFrame,
  carries: "socket.io" | "text",
  state: WireState,
): Payload {
  const { frame, payloadFrom: from, end: to } = placed;
  const { attachments } = state;
  const alone = (field: WireField): Payload => ({ fields: [field], attachments });
  if (from === to) return { fields: [], attachments };
  if (frame.opcode === 8) return { fields: closeFields(bytes, from, to), attachments };
  if (frame.opcode >= 8) return alone(controlField(bytes, from, to, frame.opcode));
  if (isDeflated(placed, state)) return alone(deflatedField(bytes, from, to));
  const isWhole = frame.isFinal && frame.opcode !== 0;
  if (isWhole && carries === "socket.io")
    return frame.opcode === 1
      ? packetFields(bytes, from, to, attachments)
      : attachmentFields(bytes, from, to, attachments);
  return alone(dataField(bytes, placed, state));
}

const isDeflated = ({ frame }: PlacedFrame, { message }: WireState): boolean =>
  frame.opcode === 0 ? (message?.isDeflated ?? false) : frame.rsv1;

function afterFrame({ frame }: PlacedFrame, { message, ...state }: WireState): WireState {
  if (frame.opcode >= 8) return message ? { ...state, message } : state;
  if (frame.isFinal) return state;
  const first = { opcode: frame.opcode, isDeflated: frame.rsv1, frames: 0 };
  const begun = frame.opcode === 0 && message ? message : first;
  return { ...state, message: { ...begun, frames: begun.frames + 1 } };
}

function closeFields(bytes: Uint8Array, from: number, to: number): WireField[] {
  const source = "RFC 6455, section 5.5.1";
  const own = { layer, source } as const;
  const meaning = "Half a code: a code has two bytes.";
  if (to - from === 1) return [leaf(bytes, from, to, { ...own, name: "close code", meaning })];
  const code = ((bytes[from] ?? 0) << 8) | (bytes[from + 1] ?? 0);
  const fields = [
    leaf(bytes, from, from + 2, {
      ...own,
      name: "close code",
      value: `${code}, ${closeCodeName(code)}`,
      meaning: "Why the connection is closed.",
      source: "RFC 6455, section 7.4",
    }),
  ];
  if (to - from === 2) return fields;
  const reason = "The reason in words, for people who read logs.";
  return [...fields, leaf(bytes, from + 2, to, { ...own, name: "close reason", meaning: reason })];
}

const controlField = (bytes: Uint8Array, from: number, to: number, opcode: number): WireField =>
  leaf(bytes, from, to, {
    layer,
    name: `${opcodeName(opcode)} data`,
    meaning:
      opcode === 10
        ? "The same bytes as in the ping that this answers."
        : "Any bytes; the answer repeats them.",
    source: opcode === 10 ? "RFC 6455, section 5.5.3" : "RFC 6455, section 5.5.2",
  });

const deflatedField = (bytes: Uint8Array, from: number, to: number): WireField =>
  leaf(bytes, from, to, {
    layer: "data",
    name: "compressed data",
    value: hexPreview(bytes.subarray(from, to)),
    meaning: "The message, compressed with permessage-deflate. It is shown as it is.",
    source: "RFC 7692, section 7.2",
  });

function dataField(
  bytes: Uint8Array,
  { frame, payloadFrom, end }: PlacedFrame,
  { message }: WireState,
): WireField {
  const opcode = frame.opcode === 0 ? (message?.opcode ?? 2) : frame.opcode;
  const isPiece = !frame.isFinal || frame.opcode === 0;
  const payload = bytes.subarray(payloadFrom, end);
  const isText = opcode === 1;
  return leaf(bytes, payloadFrom, end, {
    layer: "data",
    name: isPiece
      ? `piece ${(frame.opcode === 0 ? (message?.frames ?? 0) : 0) + 1}`
      : isText
        ? "text"
        : "binary data",
    value: isText ? preview(payload) : hexPreview(payload),
    meaning: meaningOf(payload, isText, isPiece),
    source: isPiece ? "RFC 6455, section 5.4" : "RFC 6455, section 5.6",
  });
}

function meaningOf(payload: Uint8Array, isText: boolean, isPiece: boolean): string {
  if (isPiece) return "A piece of a message that comes in several frames.";
  if (!isText) return "Bytes of the program, as they are.";
  return utf8(payload) === undefined
    ? "Said to be text, but it is not valid UTF-8."
    : "What the program sent, as UTF-8.";
}
