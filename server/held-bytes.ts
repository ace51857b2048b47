import type { Socket } from "socket.io";
import { cutAnswers, unreadBytesOf } from "./poll-answers.ts";

interface Packet {
  data?: unknown;
}

/**
 * Bytes that wait on the server for a client that does not read: queued packets, frames, and answers
 * to long polls.
 */
export function heldBytesOf(socket: Socket): number {
  const { conn } = socket;
  const queued = (conn as unknown as { writeBuffer: Packet[] }).writeBuffer;
  const queuedBytes = queued.reduce((sum, { data }) => sum + sizeOf(data), 0);
  const transport = conn.transport as unknown as { socket?: { bufferedAmount?: number } };
  return queuedBytes + (transport.socket?.bufferedAmount ?? 0) + unreadBytesOf(conn);
}

/** A client that bytes may wait for. */
export interface Reader {
  heldBytes(): number;
  /** Breaks its connection. */
  cut(): void;
}

/** The client of a socket, as one that bytes may wait for. */
export const readerOf = (socket: Socket): Reader => ({
  heldBytes: () => heldBytesOf(socket),
  cut() {
    socket.conn.close(true);
    cutAnswers(socket.conn);
  },
});

/** Those to cut off so that no more than `mostBytes` are held: whoever holds most goes first. */
export function slowestReaders<Some extends Pick<Reader, "heldBytes">>(
  readers: Iterable<Some>,
  mostBytes: number,
): Some[] {
  const held = [...readers].map((reader) => ({ reader, bytes: reader.heldBytes() }));
  held.sort((one, other) => other.bytes - one.bytes);
  let sumBytes = held.reduce((sum, { bytes }) => sum + bytes, 0);
  const slowest: Some[] = [];
  for (const { reader, bytes } of held) {
    if (sumBytes <= mostBytes) break;
    slowest.push(reader);
    sumBytes -= bytes;
  }
  return slowest;
}

const sizeOf = (data: unknown): number => {
  if (typeof data === "string") return Buffer.byteLength(data);
  return data instanceof Uint8Array ? data.byteLength : 0;
};
