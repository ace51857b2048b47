import { engineIoSource } from "./engine-io.ts";
import { payloadFields } from "./engine-io-fields.ts";
import { type HttpHead, headerValue } from "./http-head.ts";
import { headerTexts } from "./http-headers.ts";
import type { PlacedHttp } from "./http-message.ts";
import { leaf } from "./leaf.ts";
import { targetFields } from "./target-fields.ts";
import { hexPreview, latin1 } from "./text.ts";
import type { WireField } from "./wire-field.ts";
import type { WireState } from "./wire-state.ts";

const layer = "http";
const names = {
  request: [
    ["method", "What is asked for, and the space that ends it.", "RFC 9110, section 9"],
    ["target", "The address.", "RFC 9112, section 3.2"],
    ["version", "The version of HTTP, and the end of the line.", "RFC 9112, section 2.3"],
  ],
  response: [
    ["version", "The version of HTTP, and the space that ends it.", "RFC 9112, section 2.3"],
    ["status", "How it went, as a number, and the space that ends it.", "RFC 9110, section 15"],
    ["reason", "The same in words, and the end of the line.", "RFC 9112, section 4"],
  ],
} as const;

/** What carries on inside of a body, and what was announced before. */
export interface BodyContext {
  carries: "socket.io" | "text";
  attachments: WireState["attachments"];
}

/** The fields of a whole message, and the attachments that are still to come. */
export function httpFields(
  bytes: Uint8Array,
  placed: PlacedHttp,
  context: BodyContext,
): { fields: WireField[]; attachments: WireState["attachments"] } {
  const head = headFields(bytes, placed);
  const body = bodyFields(bytes, placed, context);
  return { fields: [...head, ...body.fields], attachments: body.attachments };
}

function headFields(bytes: Uint8Array, { head, bodyFrom }: PlacedHttp): WireField[] {
  const fields: WireField[] = [];
  let at = 0;
  for (const field of startFields(bytes, head)) {
    fields.push(field);
    at = field.to;
  }
  for (const { name, gap, value, tail } of head.headers) {
    const to = at + name.length + 1 + gap.length + value.length + tail.length + 2;
    fields.push(leaf(bytes, at, to, { layer, name, value, ...headerTexts(name) }));
    at = to;
  }
  const meaning = "Ends the headers.";
  const empty = {
    layer,
    name: "empty line",
    value: "CR LF",
    meaning,
    source: "RFC 9112, section 2.1",
  } as const;
  return [...fields, leaf(bytes, at, bodyFrom, empty)];
}

function startFields(bytes: Uint8Array, { start }: HttpHead): WireField[] {
  const lineEnd = lengthOfLine(bytes);
  let at = 0;
  return start.parts.flatMap((part, index) => {
    const from = at;
    at = index === 2 ? lineEnd : from + part.length + 1;
    const [name, meaning, source] = names[start.kind][index] ?? names[start.kind][0];
    if (name === "target") return targetFields(bytes, from, at);
    return from === at
      ? []
      : [leaf(bytes, from, at, { layer, name, value: part, meaning, source })];
  });
}

/** Bytes of the first line with its end. */
const lengthOfLine = (bytes: Uint8Array): number => bytes.indexOf(13) + 2;

function bodyFields(
  bytes: Uint8Array,
  { head, bodyFrom, plan, chunks, end }: PlacedHttp,
  context: BodyContext,
): { fields: WireField[]; attachments: WireState["attachments"] } {
  if (plan.kind !== "chunked") return contentFields(bytes, bodyFrom, end, head, context);
  const fields: WireField[] = [];
  const isWhole = chunks.length <= 2;
  let { attachments } = context;
  for (const chunk of chunks) {
    fields.push(chunkSize(bytes, chunk.lineFrom, chunk.from));
    if (chunk.to === chunk.from) continue;
    const content = isWhole
      ? contentFields(bytes, chunk.from, chunk.to, head, context)
      : { fields: [piece(bytes, chunk.from, chunk.to)], attachments };
    attachments = content.attachments;
    fields.push(...content.fields, lineEnd(bytes, chunk.to, chunk.to + 2));
  }
  fields.push(lineEnd(bytes, chunks.at(-1)?.to ?? bodyFrom, end));
  return { fields, attachments };
}

function contentFields(
  bytes: Uint8Array,
  from: number,
  to: number,
  head: HttpHead,
  { carries, attachments }: BodyContext,
): { fields: WireField[]; attachments: WireState["attachments"] } {
  if (from === to) return { fields: [], attachments };
  const coding = headerValue(head, "content-encoding");
  if (coding) return { fields: [compressed(bytes, from, to, coding)], attachments };
  const isText = /^text\/plain\b/i.test(headerValue(head, "content-type") ?? "");
  if (carries === "socket.io" && isText) return payloadFields(bytes, from, to, attachments);
  if (carries === "socket.io") return { fields: [transportAnswer(bytes, from, to)], attachments };
  const meaning = "The body of the message.";
  const source = "RFC 9112, section 6";
  return {
    fields: [leaf(bytes, from, to, { layer: "data", name: "body", meaning, source })],
    attachments,
  };
}

/** What is in a body of Engine.IO that is no packets: `ok`, or why a request was refused. */
const transportAnswer = (bytes: Uint8Array, from: number, to: number): WireField =>
  leaf(bytes, from, to, {
    layer: "engine.io",
    name: "answer",
    meaning: "What Engine.IO says of the request itself: ok, or why not.",
    source: engineIoSource,
  });

const compressed = (bytes: Uint8Array, from: number, to: number, coding: string): WireField =>
  leaf(bytes, from, to, {
    layer: "data",
    name: "compressed body",
    value: hexPreview(bytes.subarray(from, to)),
    meaning: `The body, compressed with ${coding}. It is shown as it is.`,
    source: "RFC 9110, section 8.4",
  });

const piece = (bytes: Uint8Array, from: number, to: number): WireField =>
  leaf(bytes, from, to, {
    layer: "data",
    name: "chunk",
    meaning: "A piece of the body.",
    source: "RFC 9112, section 7.1",
  });

const chunkSize = (bytes: Uint8Array, from: number, to: number): WireField =>
  leaf(bytes, from, to, {
    layer,
    name: "chunk size",
    value: latin1(bytes, from, to - 2),
    meaning: "Bytes of the next chunk, as a hexadecimal number; 0 ends the body.",
    source: "RFC 9112, section 7.1",
  });

const lineEnd = (bytes: Uint8Array, from: number, to: number): WireField =>
  leaf(bytes, from, to, {
    layer,
    name: to - from === 2 ? "line end" : "trailers",
    value: to - from === 2 ? "CR LF" : latin1(bytes, from, to).trim(),
    meaning: to - from === 2 ? "Ends the chunk." : "Headers that came behind the body.",
    source: "RFC 9112, section 7.1",
  });
