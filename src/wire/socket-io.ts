/**
 * Source: the Socket.IO protocol, revision 5.
 *
 * Leaves out: other encodings than the default one.
 */
import { fail, ok, type Result } from "#lib/result.ts";
import { latin1, latin1Bytes } from "./text.ts";
import { type Malformed, malformed } from "./truncated.ts";

export const socketIoSource = "https://socket.io/docs/v4/socket-io-protocol/";

/** Names of the packet types, by number. */
export const socketIoTypes = [
  "CONNECT",
  "DISCONNECT",
  "EVENT",
  "ACK",
  "CONNECT_ERROR",
  "BINARY_EVENT",
  "BINARY_ACK",
] as const;

export type SocketIoType = (typeof socketIoTypes)[number];

/** One packet. Texts hold one character for each byte, so that offsets are those of the bytes. */
export interface SocketIoPacket {
  type: SocketIoType;
  /** Number of binary attachments to come; only binary packets say one. */
  attachments?: number;
  /** Absent where the packet does not name it, which means `/`. */
  namespace?: string;
  ackId?: number;
  /** The JSON text; empty when there is none. */
  json: string;
}

/** Type, attachments, namespace with its comma, ack id, and the rest. */
const PACKET = /^([0-6])(?:(\d{1,10})-)?(?:(\/[^,]*)(,|$))?(\d{1,15})?(.*)$/s;

/** Offsets of the parts of a packet in `bytes[from, to)`; a missing part is empty. */
export interface PlacedPacket {
  packet: SocketIoPacket;
  attachmentsFrom: number;
  namespaceFrom: number;
  ackIdFrom: number;
  jsonFrom: number;
}

/** Reads the packet that fills `bytes[from, to)`. */
export function decodeSocketIo(
  bytes: Uint8Array,
  from = 0,
  to = bytes.length,
): Result<PlacedPacket, Malformed> {
  const match = PACKET.exec(latin1(bytes, from, to));
  const type = match && socketIoTypes[Number(match[1])];
  if (!type) return fail(malformed(from, "A Socket.IO packet begins with a digit from 0 to 6."));
  const [, , attachments, namespace, comma = "", ackId, json = ""] = match;
  const isBinary = type === "BINARY_EVENT" || type === "BINARY_ACK";
  if (isBinary !== (attachments !== undefined))
    return fail(
      malformed(from + 1, "Binary packets, and only they, say how many attachments follow."),
    );
  const namespaceFrom = from + 1 + (attachments === undefined ? 0 : attachments.length + 1);
  const ackIdFrom = namespaceFrom + (namespace ?? "").length + comma.length;
  return ok({
    packet: {
      type,
      ...(attachments !== undefined && { attachments: Number(attachments) }),
      ...(namespace !== undefined && { namespace }),
      ...(ackId !== undefined && { ackId: Number(ackId) }),
      json,
    },
    attachmentsFrom: from + 1,
    namespaceFrom,
    ackIdFrom,
    jsonFrom: ackIdFrom + (ackId ?? "").length,
  });
}

/** Writes a packet as the libraries do. */
export function encodeSocketIo(packet: SocketIoPacket): Uint8Array {
  const { type, attachments, namespace, ackId, json } = packet;
  const parts = [
    socketIoTypes.indexOf(type),
    attachments === undefined ? "" : `${attachments}-`,
    namespace === undefined ? "" : `${namespace},`,
    ackId ?? "",
    json,
  ];
  return latin1Bytes(parts.join(""));
}
