import { type Dissection, fieldOf } from "./dissect.ts";
import { utf8 } from "./text.ts";

/** Layers that a summary can be about, the highest last. */
export type MessageLayer = "http" | "websocket" | "engine.io" | "socket.io" | "tls" | "dns";

/** A message in a few words, and the highest layer in it. */
export interface MessageSummary {
  layer: MessageLayer;
  text: string;
}

const longest = 80;

/** Says what an HTTP message or a WebSocket frame is, and what it carries. */
export function messageSummary(message: Dissection): MessageSummary {
  const { kind } = message;
  const inner = innerText(message);
  const text = [kind === "frame" ? frameText(message, inner) : httpText(message), inner]
    .filter((part) => part !== "")
    .join(" · ");
  return { layer: layerOf(message), text: shortened(text) };
}

const shortened = (text: string): string =>
  text.length > 2 * longest ? `${text.slice(0, 2 * longest)}…` : text;

const has = ({ fields }: Dissection, id: RegExp): boolean =>
  fields.some((field) => id.test(field.id));

function layerOf(message: Dissection): MessageLayer {
  if (has(message, /^socket\.io\./) || has(message, /^data\.attachment/)) return "socket.io";
  if (has(message, /^engine\.io\.type/)) return "engine.io";
  return message.kind === "frame" ? "websocket" : "http";
}

const shownOf = (message: Dissection, id: string): string => fieldOf(message, id)?.value ?? "";

function httpText(message: Dissection): string {
  const { kind } = message;
  if (kind === "part") return "beginning of a message";
  if (kind === "unreadable") return "not understood";
  if (kind === "response")
    return `${shownOf(message, "http.status")} ${shownOf(message, "http.reason")}`.trim();
  return `${shownOf(message, "http.method")} ${targetText(message)}`;
}

/** Path and parameters; a session's id is as long as it is dull. */
const targetText = ({ fields }: Dissection): string => {
  const path = fields.find(({ id }) => id === "http.path")?.value ?? "";
  const transport = fields.find(({ id }) => id === "engine.io.transport")?.value;
  const isQuery = fields.some(({ name }) => name.startsWith("query "));
  return path + (transport ? ` ${transport}` : isQuery ? "?…" : "");
};

function frameText(message: Dissection, inner: string): string {
  const opcode = shownOf(message, "websocket.opcode").replace(/^\d+, /, "");
  const code = fieldOf(message, "websocket.close-code")?.value;
  return inner === "" || code ? `${opcode}${code ? ` ${code}` : ""}` : opcode;
}

/** The packets inside, or the beginning of plain text. */
function innerText({ fields, plain, kind }: Dissection): string {
  const starts = fields.filter(({ id }) => /^engine\.io\.type(-\d+)?$/.test(id));
  if (starts.length > 0)
    return starts
      .map(({ from }, index) => packetText(plain, from, starts[index + 1]?.from))
      .join("  ");
  const data = fields.find(({ layer }) => layer === "data");
  if (kind !== "frame" || !data) return "";
  return data.name.startsWith("attachment") ? `${data.name}: ${data.value}` : quoted(data.value);
}

const quoted = (value: string): string => value.slice(0, longest);

/** A packet as it stands, up to the separator of the next one. */
function packetText(bytes: Uint8Array, from: number, next: number | undefined): string {
  const to = Math.min(next === undefined ? bytes.length : next - 1, from + longest);
  return utf8(bytes.subarray(from, to)) ?? utf8(bytes.subarray(from, to - 1)) ?? "…";
}
