import type { IncomingMessage } from "node:http";

/** Node gives up on a head above 16 KiB; a read is at most 64 KiB. */
const mostPendingBytes = 128 * 1024;
const headEnd = "\r\n\r\n";
const cr = 13;
const lf = 10;

/**
 * Cuts the bytes that come in on one connection into requests. It is told of each request when
 * Node's parser has read its head, so that both go by the same boundaries. Where it cannot be sure
 * of a boundary it loses track for good, and hears nothing more.
 */
export class RequestCutter {
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #bodyLeft = 0;
  #body: ((bytes: Buffer) => void) | undefined;
  #hasLostTrack = false;

  /** Takes what has come in. Call it before Node's parser sees it. */
  take(bytes: Buffer): void {
    if (this.#hasLostTrack) return;
    const own = this.#takeBody(bytes);
    if (own.length > 0) this.#pending.push(own);
    this.#pendingBytes += own.length;
    if (this.#pendingBytes > mostPendingBytes) this.loseTrack();
  }

  /** A request begins; its bytes, as far as they are here, and later those of its body, go to `hear`. */
  begin(request: IncomingMessage, hear: ((bytes: Buffer) => void) | undefined): void {
    const bytes = this.#takePending();
    const end = endOfHead(bytes, request);
    if (this.#hasLostTrack || end === undefined || "transfer-encoding" in request.headers) {
      this.loseTrack();
      return;
    }
    const bodyBytes = Number(request.headers["content-length"] ?? 0);
    const ownEnd = Math.min(bytes.length, end + bodyBytes);
    hear?.(bytes.subarray(0, ownEnd));
    this.#body = hear;
    this.#bodyLeft = end + bodyBytes - ownEnd;
    if (ownEnd < bytes.length) this.take(bytes.subarray(ownEnd));
  }

  /** All that is here, and what comes after, belongs to the request that asks for an upgrade. */
  upgrade(request: IncomingMessage): Buffer | undefined {
    const bytes = this.#takePending();
    const isSure = !this.#hasLostTrack && endOfHead(bytes, request) !== undefined;
    this.loseTrack();
    return isSure ? bytes : undefined;
  }

  /** The part of `bytes` that is no longer of the body that is under way. */
  #takeBody(bytes: Buffer): Buffer {
    if (this.#bodyLeft === 0) return bytes;
    const size = Math.min(this.#bodyLeft, bytes.length);
    this.#bodyLeft -= size;
    this.#body?.(bytes.subarray(0, size));
    return bytes.subarray(size);
  }

  #takePending(): Buffer {
    const [first] = this.#pending;
    const bytes = this.#pending.length === 1 && first ? first : Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingBytes = 0;
    return bytes;
  }

  /** Hears nothing more: bytes have come that belong to no request it is told of. */
  loseTrack(): void {
    this.#hasLostTrack = true;
    this.#takePending();
    this.#body = undefined;
  }
}

/** Offset after the head, if these bytes begin with this very request. RFC 9112, section 2.2. */
function endOfHead(bytes: Buffer, { method, url }: IncomingMessage): number | undefined {
  let start = 0;
  while (bytes[start] === cr || bytes[start] === lf) start += 1;
  const line = `${method} ${url} HTTP/`;
  if (bytes.toString("latin1", start, start + line.length) !== line) return undefined;
  const end = bytes.indexOf(headEnd, start, "latin1");
  return end < 0 ? undefined : end + headEnd.length;
}
