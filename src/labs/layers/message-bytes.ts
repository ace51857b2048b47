import { encodeEngineIo } from "#wire/engine-io.ts";
import { encodeHttp } from "#wire/http-message.ts";
import { encodeSocketIo } from "#wire/socket-io.ts";
import { latin1, utf8Bytes } from "#wire/text.ts";
import { encodeFrame } from "#wire/websocket-frame.ts";
import { dnsQuery } from "./dns-query.ts";
import { serverName } from "./hosts.ts";
import { lettersOf, type Settings } from "./model.ts";

type Message = Pick<Settings, "carrier" | "text" | "size">;

/** The masking key of Ann's frame. A browser takes a new one at random each time. */
export const maskingKey = Uint8Array.of(0x37, 0xfa, 0x21, 0x3d);

/** What the program hands to the transport: the message with what its own protocols add. */
export function messageBytes(message: Message): Uint8Array {
  if (message.carrier === "socket.io") return eventFrame(message);
  if (message.carrier === "http") return httpRequest(message);
  if (message.carrier === "dns") return dnsQuery(message.text);
  return utf8Bytes(filled(message));
}

/** The text, and letters behind it where it is to have so many bytes. */
const filled = ({ text, size }: Message): string =>
  size === "typed" ? text : text + fillFor(text, Number(size));

const fillFor = (text: string, sizeBytes: number): string =>
  lettersOf(sizeBytes - utf8Bytes(text).length);

function eventFrame({ text, size }: Message): Uint8Array {
  const bare = JSON.stringify([text]);
  const fill = size === "typed" ? [] : [fillFor(bare, Number(size) - `42,""`.length)];
  const json = latin1(utf8Bytes(JSON.stringify([text, ...fill])));
  const packet = encodeSocketIo({ type: "EVENT", json });
  const payload = encodeEngineIo({ type: "message", data: packet });
  const lengthBits = payload.length < 126 ? 7 : 16;
  const flags = { isFinal: true, rsv1: false, rsv2: false, rsv3: false };
  return encodeFrame({ ...flags, opcode: 1, lengthBits, maskingKey, payload });
}

function httpRequest(message: Message): Uint8Array {
  const body = utf8Bytes(filled(message));
  const header = (name: string, value: string) => ({ name, gap: " ", value, tail: "" });
  return encodeHttp({
    head: {
      start: { kind: "request", parts: ["POST", "/messages", "HTTP/1.1"] },
      headers: [
        header("Host", serverName),
        header("Content-Type", "text/plain;charset=UTF-8"),
        header("Content-Length", `${body.length}`),
      ],
    },
    body,
  });
}
