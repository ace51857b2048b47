import { fieldOf } from "#wire/dissect.ts";
import type { Passed } from "./conversation.ts";

const text = (message: Passed, id: string): string => fieldOf(message, id)?.value ?? "";

/** What a message is, in a few words. */
export function messageKind(message: Passed): string {
  const { kind } = message;
  if (kind === "request") return `HTTP request, ${text(message, "http.method")}`;
  if (kind === "response") return `HTTP response, ${text(message, "http.status")}`;
  if (kind !== "frame") return "bytes that make no message";
  return `WebSocket frame, ${text(message, "websocket.opcode").replace(/^\d+, /, "")}`;
}

const layers = ["engine.io", "socket.io", "data"];

/** What it says, as text: what is inside of the frame or body. */
export function messageText({ fields, plain, kind }: Passed): string {
  const first = fields.find(({ layer, from }) => layers.includes(layer) && from > 1);
  if (kind === "request" || kind === "response") {
    const bodyFrom = fields.find(({ id }) => id === "http.empty-line")?.to ?? plain.length;
    return shortText(plain.subarray(bodyFrom));
  }
  const closing = fields.filter(({ id }) => id.startsWith("websocket.close-"));
  if (closing.length > 0) return closing.map(({ value }) => value).join(": ");
  if (!first) return "";
  return first.name.startsWith("attachment") || first.name.startsWith("binary")
    ? first.value
    : shortText(plain.subarray(first.from));
}

const longest = 60;

function shortText(bytes: Uint8Array): string {
  const decoded = new TextDecoder().decode(bytes.subarray(0, longest * 4));
  return decoded.length > longest ? `${decoded.slice(0, longest)}…` : decoded;
}
