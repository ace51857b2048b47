import type { IncomingMessage } from "node:http";
import { fail, ok, type Result } from "#lib/result.ts";

/**
 * Reads the body of a request as text. Fails with `too-large` as soon as it is known to be longer
 * than `mostBytes`, and with `gone` when the client ends in mid-request.
 */
export function readBody(
  request: IncomingMessage,
  mostBytes: number,
): Promise<Result<string, "too-large" | "gone">> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    const refuse = (): void => {
      chunks.length = 0;
      request.pause();
      resolve(fail("too-large"));
    };
    if (Number(request.headers["content-length"] ?? 0) > mostBytes) return refuse();
    request.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > mostBytes) refuse();
      else chunks.push(chunk);
    });
    request.on("end", () => resolve(ok(Buffer.concat(chunks).toString("utf8"))));
    request.on("close", () => resolve(fail("gone")));
    request.on("error", () => resolve(fail("gone")));
  });
}
