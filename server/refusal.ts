import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

/** A refusal before any session exists: an HTTP status and one plain sentence. */
export interface Refusal {
  status: 400 | 403 | 404 | 405 | 413 | 417 | 426 | 429 | 500 | 503 | 504;
  says: string;
  headers?: Readonly<Record<string, string>>;
}

const contentType = "text/plain; charset=utf-8";

/** Refuses a request and closes its connection. */
export function refuseRequest(response: ServerResponse, { status, says, headers }: Refusal): void {
  response.writeHead(status, {
    ...headers,
    "Content-Type": contentType,
    "Cache-Control": "no-store",
    Connection: "close",
  });
  response.end(says);
}

/** Refuses an upgrade. The connection is destroyed, since a client may leave its half open forever. */
export function refuseUpgrade(socket: Duplex, { status, says }: Refusal): void {
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    "Connection: close",
    `Content-Type: ${contentType}`,
    `Content-Length: ${Buffer.byteLength(says)}`,
  ];
  socket.on("error", () => socket.destroy());
  socket.end(`${lines.join("\r\n")}\r\n\r\n${says}`, () => socket.destroy());
}
