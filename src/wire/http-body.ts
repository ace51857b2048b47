/** Source: RFC 9112, sections 6 and 7. */
import { fail, ok, type Result } from "#lib/result.ts";
import { type HttpHead, headerValue } from "./http-head.ts";
import { latin1 } from "./text.ts";
import { malformed, truncated, type WireFailure } from "./truncated.ts";

/** How long a body is. */
export type BodyPlan =
  | { kind: "none" }
  | { kind: "length"; sizeBytes: number }
  | { kind: "chunked" }
  | { kind: "until-close" };

/** A chunk: where its size line begins, where its data stands. The last one has no data. */
export interface Chunk {
  lineFrom: number;
  from: number;
  to: number;
}

/** How far a chunked body was read. It goes on when more bytes are there. */
export interface ChunkCursor {
  at: number;
  chunks: Chunk[];
  /** Offset of the trailers, once the last chunk was read. */
  trailersFrom?: number;
  trailersScanned: number;
}

/** Most bytes of the line with a chunk's size, and of the lines behind the last chunk. */
const maxLineBytes = 256;
const maxTrailerBytes = 8192;

/** Says how long the body of a message is; `method` is that of the request. */
export function bodyPlan(head: HttpHead, method?: string): Result<BodyPlan, WireFailure> {
  const isResponse = head.start.kind === "response";
  if (isResponse && hasNoBody(Number(head.start.parts[1]), method)) return ok({ kind: "none" });
  const encoding = headerValue(head, "transfer-encoding");
  if (encoding !== undefined)
    return /(^|,)\s*chunked$/i.test(encoding)
      ? ok({ kind: "chunked" })
      : fail(malformed(0, "Chunked is the last transfer coding."));
  const length = headerValue(head, "content-length");
  if (length === undefined) return ok({ kind: isResponse ? "until-close" : "none" });
  return /^\d{1,15}$/.test(length)
    ? ok({ kind: "length", sizeBytes: Number(length) })
    : fail(malformed(0, "Content-Length is one whole number."));
}

const hasNoBody = (status: number, method?: string): boolean =>
  method === "HEAD" || (status >= 100 && status < 200) || status === 204 || status === 304;

/** Goes on reading chunks; answers with the end of the body, or with what is missing. */
export function readChunks(bytes: Uint8Array, cursor: ChunkCursor): Result<number, WireFailure> {
  while (cursor.trailersFrom === undefined) {
    const step = readChunk(bytes, cursor);
    if (!step.ok) return step;
  }
  return trailersEnd(bytes, cursor, cursor.trailersFrom);
}

function readChunk(bytes: Uint8Array, cursor: ChunkCursor): Result<undefined, WireFailure> {
  const line = sizeLine(bytes, cursor.at);
  if (!line.ok) return line;
  const { sizeBytes, end: from } = line.value;
  const to = from + sizeBytes;
  if (sizeBytes > 0) {
    if (bytes.length < to + 2) return fail(truncated(to + 2, bytes.length));
    if (latin1(bytes, to, to + 2) !== "\r\n")
      return fail(malformed(to, "A chunk ends with CR LF."));
  }
  cursor.chunks.push({ lineFrom: cursor.at, from, to });
  if (sizeBytes === 0) cursor.trailersFrom = from;
  cursor.at = sizeBytes === 0 ? from : to + 2;
  return ok(undefined);
}

function sizeLine(
  bytes: Uint8Array,
  at: number,
): Result<{ sizeBytes: number; end: number }, WireFailure> {
  const line = latin1(bytes, at, Math.min(bytes.length, at + maxLineBytes));
  const end = line.indexOf("\r\n");
  if (end < 0)
    return line.length === maxLineBytes
      ? fail(malformed(at, "A chunk begins with a line that holds its size."))
      : fail(truncated(bytes.length + (line.endsWith("\r") ? 1 : 2), bytes.length));
  const size = /^([0-9a-f]{1,12})[ \t]*(;.*)?$/i.exec(line.slice(0, end));
  return size
    ? ok({ sizeBytes: Number.parseInt(size[1] ?? "", 16), end: at + end + 2 })
    : fail(malformed(at, "A chunk begins with its size as a hexadecimal number."));
}

/** Trailers end with an empty line, which comes at once when there are none. */
function trailersEnd(
  bytes: Uint8Array,
  cursor: ChunkCursor,
  from: number,
): Result<number, WireFailure> {
  if (bytes[from] === 13 && bytes[from + 1] === 10) return ok(from + 2);
  for (let at = Math.max(from, cursor.trailersScanned - 3); at + 3 < bytes.length; at++)
    if (latin1(bytes, at, at + 4) === "\r\n\r\n") return ok(at + 4);
  if (bytes.length - from > maxTrailerBytes)
    return fail(malformed(from, "Lines behind the last chunk end with an empty one."));
  cursor.trailersScanned = bytes.length;
  const isOneThere = bytes.length > from && bytes[bytes.length - 1] === 13;
  return fail(
    truncated(bytes.length + (isOneThere || bytes.length > from + 1 ? 1 : 2), bytes.length),
  );
}
