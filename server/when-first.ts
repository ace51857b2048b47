import type { ServerResponse } from "node:http";

/**
 * Does something once no earlier answer of the connection is on its way. A client may ask for a
 * thousand files in one packet and read none of them: each that is opened takes a file descriptor
 * and its first 64 KiB.
 */
export function whenFirst(response: ServerResponse, act: () => void): void {
  if (response.socket) act();
  else response.once("socket", act);
}
