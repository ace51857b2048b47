/**
 * Source: RFC 9112.
 *
 * Leaves out: content codings, which are marked and not undone.
 */
import { fail, ok, type Result } from "#lib/result.ts";
import { type BodyPlan, bodyPlan, type Chunk, type ChunkCursor, readChunks } from "./http-body.ts";
import { decodeHead, encodeHead, findHeadEnd, type HttpHead } from "./http-head.ts";
import { joined } from "./text.ts";
import { truncated, type WireFailure } from "./truncated.ts";

/** A message and where its parts stand. */
export interface PlacedHttp {
  head: HttpHead;
  bodyFrom: number;
  plan: BodyPlan;
  /** Empty unless the body is chunked. */
  chunks: Chunk[];
  end: number;
}

/** How far a message was read; kept between two readings, so that none begins anew. */
export interface HttpCursor {
  scanned: number;
  head?: { head: HttpHead; end: number; plan: BodyPlan; chunks: ChunkCursor };
}

export const freshCursor = (): HttpCursor => ({ scanned: 0 });

interface HttpContext {
  /** Method of the request that this answers. */
  method?: string | undefined;
  /** Whether the connection has ended, which ends a body without a length. */
  isClosed?: boolean | undefined;
}

/** Reads the message at the beginning of `bytes`. */
export function decodeHttp(
  bytes: Uint8Array,
  { method, isClosed = false }: HttpContext = {},
  cursor: HttpCursor = freshCursor(),
): Result<PlacedHttp, WireFailure> {
  const read = readHead(bytes, method, cursor);
  if (!read.ok) return read;
  const { head, end: bodyFrom, plan, chunks } = read.value;
  const end = bodyEnd(bytes, bodyFrom, { plan, chunks, isClosed });
  return end.ok ? ok({ head, bodyFrom, plan, chunks: chunks.chunks, end: end.value }) : end;
}

/** What was read of a message, to be written again. */
export interface HttpMessage {
  head: HttpHead;
  /** The body as it stands on the wire, chunk sizes included. */
  body: Uint8Array;
}

/** Writes a message. */
export const encodeHttp = ({ head, body }: HttpMessage): Uint8Array =>
  joined([encodeHead(head), body]);

function readHead(
  bytes: Uint8Array,
  method: string | undefined,
  cursor: HttpCursor,
): Result<NonNullable<HttpCursor["head"]>, WireFailure> {
  if (cursor.head) return ok(cursor.head);
  const found = findHeadEnd(bytes, cursor.scanned);
  cursor.scanned = bytes.length;
  if (!found.ok) return found;
  const end = found.value;
  const head = decodeHead(bytes.subarray(0, end));
  if (!head.ok) return head;
  const plan = bodyPlan(head.value, method);
  if (!plan.ok) return plan;
  const chunks = { at: end, chunks: [], trailersScanned: end };
  cursor.head = { head: head.value, end, plan: plan.value, chunks };
  return ok(cursor.head);
}

function bodyEnd(
  bytes: Uint8Array,
  from: number,
  { plan, chunks, isClosed }: { plan: BodyPlan; chunks: ChunkCursor; isClosed: boolean },
): Result<number, WireFailure> {
  if (plan.kind === "none") return ok(from);
  if (plan.kind === "chunked") return readChunks(bytes, chunks);
  if (plan.kind === "until-close")
    return isClosed ? ok(bytes.length) : fail(truncated(bytes.length + 1, bytes.length));
  const end = from + plan.sizeBytes;
  return bytes.length < end ? fail(truncated(end, bytes.length)) : ok(end);
}
