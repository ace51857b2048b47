/**
 * One message, taken apart: an HTTP message, or a WebSocket frame, with what is inside.
 *
 * Source: RFC 9112, RFC 6455, the Engine.IO protocol 4, the Socket.IO protocol 5.
 *
 * Leaves out: TCP and everything below, and TLS.
 */
import { ok, type Result } from "#lib/result.ts";
import { type BrokenRule, brokenRules } from "./frame-rules.ts";
import { httpFields } from "./http-fields.ts";
import { type HttpHead, headerValue } from "./http-head.ts";
import { decodeHttp, type HttpCursor } from "./http-message.ts";
import { leaf, withUniqueIds } from "./leaf.ts";
import { hexPreview } from "./text.ts";
import type { WireFailure } from "./truncated.ts";
import { frameFields } from "./websocket-fields.ts";
import { decodeFrame } from "./websocket-frame.ts";
import type { WireField } from "./wire-field.ts";
import { type WireState, withAttachments } from "./wire-state.ts";

/** What is to be known to take bytes apart. */
export interface WireContext {
  /** `up`: to the server. */
  way: "up" | "down";
  /**
   * What runs inside: Socket.IO, or a program's own text and bytes. `by-target`: Socket.IO where a
   * request's target names the protocol of Engine.IO.
   */
  carries: "socket.io" | "text" | "by-target";
  state: WireState;
  /** Whether no more bytes will come. */
  isClosed?: boolean;
}

/** One message and its fields. Every byte of `bytes` belongs to exactly one of them. */
export interface Dissection {
  /** `unreadable` breaks a rule of its protocol; `part` is the beginning of a message. */
  kind: "request" | "response" | "frame" | "unreadable" | "part";
  /** As they stood on the wire. */
  bytes: Uint8Array;
  /** The same bytes with the payload unmasked; the same offsets. */
  plain: Uint8Array;
  fields: WireField[];
  /** Rules that the message breaks although it can be read. */
  broken: BrokenRule[];
  /** What is known before the next message of this direction. */
  next: WireState;
}

/** Takes the message at the beginning of `bytes` apart. `cursor` keeps what was read before. */
export const dissect = (
  bytes: Uint8Array,
  context: WireContext,
  cursor?: HttpCursor,
): Result<Dissection, WireFailure> =>
  context.state.phase === "http"
    ? dissectHttp(bytes, context, cursor)
    : dissectFrame(bytes, context);

/** Bytes that are no message: the beginning of one, or what breaks a rule. */
export function undissected(bytes: Uint8Array, state: WireState, failure: WireFailure): Dissection {
  const isPart = failure.code === "truncated";
  const field = leaf(bytes, 0, bytes.length, {
    layer: state.phase,
    name: isPart ? "beginning of a message" : "not understood",
    value: hexPreview(bytes),
    meaning: isPart ? `Of at least ${failure.need} bytes only these came.` : failure.rule,
    source: state.phase === "http" ? "RFC 9112, section 2" : "RFC 6455, section 5.2",
  });
  const kind = isPart ? "part" : "unreadable";
  return { kind, bytes, plain: bytes, fields: [field], broken: [], next: state };
}

function dissectFrame(all: Uint8Array, context: WireContext): Result<Dissection, WireFailure> {
  const read = decodeFrame(all);
  if (!read.ok) return read;
  const { frame, payloadFrom, end } = read.value;
  const bytes = all.slice(0, end);
  const plain = bytes.slice();
  plain.set(frame.payload, payloadFrom);
  const carries = carriedBy(context, context.state.isEngineIo);
  const { fields, next } = frameFields(plain, read.value, carries, context.state);
  const broken = brokenRules(frame, context);
  return ok({ kind: "frame", bytes, plain, fields: withUniqueIds(fields), broken, next });
}

function dissectHttp(
  all: Uint8Array,
  context: WireContext,
  cursor?: HttpCursor,
): Result<Dissection, WireFailure> {
  const { state, isClosed } = context;
  const read = decodeHttp(all, { method: state.method, isClosed }, cursor);
  if (!read.ok) return read;
  const { head, end } = read.value;
  const bytes = all.slice(0, end);
  const isEngineIo = isEngineIoExchange(head, state);
  const { fields, attachments } = httpFields(bytes, read.value, {
    carries: carriedBy(context, isEngineIo),
    attachments: state.attachments,
  });
  const next = afterHttp(head, exchangeState(withAttachments(state, attachments), isEngineIo));
  const { kind } = head.start;
  return ok({ kind, bytes, plain: bytes, fields: withUniqueIds(fields), broken: [], next });
}

/** A request says it itself; version 4 is the one whose packets can be read. */
const isEngineIoExchange = ({ start }: HttpHead, { isEngineIo = false }: WireState): boolean =>
  start.kind === "request" ? /[?&]EIO=4(&|$)/.test(start.parts[1]) : isEngineIo;

const carriedBy = ({ carries }: WireContext, isEngineIo = false): "socket.io" | "text" =>
  carries === "by-target" ? (isEngineIo ? "socket.io" : "text") : carries;

/** Says of a state whether the exchange is one of Engine.IO. */
export const exchangeState = (
  { isEngineIo: _, ...state }: WireState,
  isEngineIo = false,
): WireState => (isEngineIo ? { ...state, isEngineIo } : state);

function afterHttp(head: HttpHead, before: WireState): WireState {
  const isSwitch = head.start.kind === "response" && head.start.parts[1] === "101";
  if (!isSwitch) return before;
  const extensions = headerValue(head, "sec-websocket-extensions") ?? "";
  const isDeflateAgreed = extensions.includes("permessage-deflate");
  return exchangeState({ phase: "websocket", isDeflateAgreed }, before.isEngineIo);
}

/** Value of a field of a dissection, by its id. */
export const fieldOf = ({ fields }: Dissection, id: string): WireField | undefined =>
  fields.find((field) => field.id === id);
