import type { Observation } from "#lab-kit/observation.ts";
import type { WireMessage } from "#wire/direction-reader.ts";
import { fieldOf } from "#wire/dissect.ts";
import { ExchangeReader } from "#wire/exchange-reader.ts";
import { firstPhase } from "#wire/first-phase.ts";
import type { Carrier } from "./model.ts";

/** A message of a run, with where it passed. */
export interface Passed extends WireMessage {
  /** Unique in its run, and the same for the same message of a replay. */
  id: string;
  connection: number;
  exchange: number;
}

/** The messages that the tapped bytes of a run make, in the order in which they were complete. */
export function conversation(observations: readonly Observation[], carries: Carrier): Passed[] {
  const readers = new Map<string, ExchangeReader>();
  const messages: Passed[] = [];
  for (const seen of observations) {
    if (seen.what !== "tapped") continue;
    const { way, connection, exchange, masked: marks, atMs } = seen;
    const key = `${connection}-${exchange}`;
    const bytes = bytesOf(seen.bytes);
    const reader = readers.get(key) ?? openReader(bytes, carries);
    readers.set(key, reader);
    for (const message of reader.push({ way, bytes, atMs, marks }))
      messages.push({ ...message, connection, exchange, id: idOf(key, message) });
  }
  return messages.toSorted((a, b) => a.atMs - b.atMs);
}

const openReader = (bytes: Uint8Array, carries: Carrier): ExchangeReader =>
  new ExchangeReader(carries === "plain" ? "text" : "socket.io", firstPhase(bytes));

const idOf = (key: string, { way, index }: WireMessage): string => `${key}-${way}-${index}`;

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

/** Whether a message brings what the run is about: an event, a plain message, or a close of it. */
export const isContent = (message: Passed, carries: Carrier): boolean =>
  carries === "plain"
    ? message.kind === "frame" && (isClose(message) || !isControl(message))
    : fieldOf(message, "data.event-name") !== undefined;

/** Whether a message is a WebSocket frame with this opcode. */
export const hasOpcode = (message: Passed, opcode: number): boolean =>
  message.kind === "frame" && ((message.bytes[0] ?? 0) & 15) === opcode;

const isClose = (message: Passed): boolean => hasOpcode(message, 8);
const isControl = ({ bytes }: Passed): boolean => ((bytes[0] ?? 0) & 15) >= 8;
