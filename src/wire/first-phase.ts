import { latin1 } from "./text.ts";

const HTTP = /^(\r\n)*(GET|HEAD|POST|PUT|DELETE|OPTIONS|PATCH|HTTP\/1\.\d) ?/;

/**
 * What a connection speaks that is heard from somewhere on: HTTP, if its first bytes begin a
 * message of it. No frame begins so: G, H, P, D, O and CR are opcodes or bits that none may have.
 */
export const firstPhase = (bytes: Uint8Array): "http" | "websocket" =>
  HTTP.test(latin1(bytes, 0, Math.min(bytes.length, 16))) ? "http" : "websocket";
