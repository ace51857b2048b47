import type { WireMessage } from "../direction-reader.ts";
import { dissect } from "../dissect.ts";
import { ExchangeReader } from "../exchange-reader.ts";
import { joined, latin1Bytes } from "../text.ts";
import { someInput } from "./inputs.ts";
import { ownershipFaults } from "./ownership.ts";

const shown = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * Puts so many inputs to the dissector, alone and as cut pieces of an exchange, and says what is
 * wrong with the first that fails: bytes without one owner, bytes lost, or a need that is none.
 */
export function fuzz(random: () => number, inputs: number): string | undefined {
  for (let count = 0; count < inputs; count++) {
    const bytes = someInput(random);
    const faults = [...alone(bytes, random), ...inPieces(bytes, random)];
    if (faults.length > 0) return `input ${count}, ${shown(bytes)}: ${faults.join("; ")}`;
  }
  return undefined;
}

function alone(bytes: Uint8Array, random: () => number): string[] {
  const way = random() < 0.5 ? "up" : "down";
  const carries = random() < 0.7 ? "socket.io" : "text";
  const phase = random() < 0.5 ? "http" : "websocket";
  const read = dissect(bytes, { way, carries, state: { phase }, isClosed: random() < 0.2 });
  if (read.ok) return ownershipFaults(read.value);
  const { failure } = read;
  if (failure.code === "malformed") return failure.at <= bytes.length ? [] : ["at is outside"];
  const isRight = failure.have === bytes.length && failure.need > failure.have;
  return isRight ? [] : [`need ${failure.need}, have ${failure.have}`];
}

const request = latin1Bytes("GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");
const switching = latin1Bytes("HTTP/1.1 101 Switching Protocols\r\n\r\n");

function inPieces(bytes: Uint8Array, random: () => number): string[] {
  const reader = new ExchangeReader("socket.io");
  const messages: WireMessage[] = [];
  if (random() < 0.7) {
    messages.push(...reader.push({ way: "up", bytes: request, atMs: 0 }));
    messages.push(...reader.push({ way: "down", bytes: switching, atMs: 0 }));
    messages.length = 0;
  }
  for (let at = 0; at < bytes.length; ) {
    const to = at + 1 + Math.floor(random() * 40);
    messages.push(...reader.push({ way: "up", bytes: bytes.subarray(at, to), atMs: 0 }));
    at = to;
  }
  messages.push(...reader.end(0));
  const faults = messages.flatMap(ownershipFaults);
  const read = joined(messages.map((message) => message.bytes));
  const isBroken = messages.some(({ kind }) => kind === "unreadable");
  if (!isBroken && shown(read) !== shown(bytes)) faults.push("bytes were lost");
  return faults;
}
