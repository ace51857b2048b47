import type { WireMessage } from "../direction-reader.ts";
import { decodeEngineIo, encodePayload, splitPayload } from "../engine-io.ts";
import { decodeHttp, encodeHttp } from "../http-message.ts";
import { decodeSocketIo, encodeSocketIo } from "../socket-io.ts";
import { decodeFrame, encodeFrame } from "../websocket-frame.ts";

/** The message read into a value and written again. Throws when it cannot be read. */
export const rewritten = ({ kind, bytes, fields }: WireMessage): Uint8Array =>
  kind === "frame" ? frameAgain(bytes) : httpAgain(bytes, fields.some(isPacket));

const isPacket = ({ id }: { id: string }): boolean => id === "engine.io.type";

function frameAgain(bytes: Uint8Array): Uint8Array {
  const read = decodeFrame(bytes);
  if (!read.ok) throw new Error(read.failure.code);
  const { frame } = read.value;
  const isPackets = frame.opcode === 1 && !frame.rsv1;
  return encodeFrame(isPackets ? { ...frame, payload: packetsAgain(frame.payload) } : frame);
}

function httpAgain(bytes: Uint8Array, hasPackets: boolean): Uint8Array {
  const read = decodeHttp(bytes, { isClosed: true });
  if (!read.ok) throw new Error(read.failure.code);
  const { head, bodyFrom, end } = read.value;
  const body = bytes.slice(bodyFrom, end);
  return encodeHttp({ head, body: hasPackets ? packetsAgain(body) : body });
}

function packetsAgain(bytes: Uint8Array): Uint8Array {
  const packets = splitPayload(bytes).map(({ from, to }) => {
    const read = decodeEngineIo(bytes.subarray(from, to));
    if (!read.ok) throw new Error(read.failure.rule);
    if (read.value.type !== "message") return read.value;
    const inner = decodeSocketIo(read.value.data);
    if (!inner.ok) throw new Error(inner.failure.rule);
    return { ...read.value, data: encodeSocketIo(inner.value.packet) };
  });
  return encodePayload(packets);
}
