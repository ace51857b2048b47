import type { ServerResponse } from "node:http";

/** A short answer that is kept nowhere. */
export interface UncachedAnswer {
  status: number;
  contentType: string;
  body: string | Buffer;
}

/** Sends a body that no cache may keep, with its length. */
export function sendUncached(
  response: ServerResponse,
  { status, contentType, body }: UncachedAnswer,
): void {
  response.writeHead(status, {
    "Cache-Control": "no-store",
    "Content-Type": contentType,
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(body);
}

/** Answers with one sentence as plain text. */
export function sendSentence(response: ServerResponse, status: number, sentence: string): void {
  sendUncached(response, {
    status,
    contentType: "text/plain;charset=utf-8",
    body: `${sentence}\n`,
  });
}
