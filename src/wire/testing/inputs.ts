import { joined, latin1Bytes, utf8Bytes } from "../text.ts";
import { encodeFrame, type Frame } from "../websocket-frame.ts";

type Random = () => number;

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** Random bytes, at most `limit` of them. */
export const noise = (random: Random, limit: number): Uint8Array =>
  Uint8Array.from({ length: below(random, limit + 1) }, () => below(random, 256));

const packets = [
  '42["hey"]',
  '4212["a",{"b":[1,"]"]}]',
  '452-/n,7["b",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}]',
  '40{"sid":"x"}',
  "430[]",
  "2probe",
  '0{"sid":"y","upgrades":["websocket"]}',
  "bAQID",
  "4",
  "",
  "42[[[[[[[[",
  '42["\\"]',
  "\x1e\x1e",
];

const heads = [
  "GET /socket.io/?EIO=4&transport=polling&sid=a&& HTTP/1.1",
  "POST /b?=& HTTP/1.1",
  "HTTP/1.1 200 OK",
  "HTTP/1.1 101 Switching Protocols",
  "HTTP/1.1 204 ",
];

const headerLines = [
  "Content-Type: text/plain",
  "Content-Length: 9",
  "Content-Length: 0",
  "Transfer-Encoding: chunked",
  "Upgrade: websocket",
  "Sec-WebSocket-Extensions: permessage-deflate",
  "Odd:\t x ",
  "",
];

const someFrame = (random: Random): Uint8Array => {
  const payload = random() < 0.7 ? utf8Bytes(pick(random, packets)) : noise(random, 300);
  const frame: Frame = {
    isFinal: random() < 0.8,
    rsv1: random() < 0.1,
    rsv2: random() < 0.02,
    rsv3: random() < 0.02,
    opcode: pick(random, [0, 1, 1, 1, 2, 2, 8, 9, 10, 5]),
    lengthBits: payload.length > 125 ? 16 : pick(random, [7, 7, 7, 16, 64] as const),
    payload,
  };
  const maskingKey = Uint8Array.from({ length: 4 }, () => below(random, 256));
  return encodeFrame(random() < 0.5 ? { ...frame, maskingKey } : frame);
};

const someHttp = (random: Random): Uint8Array => {
  const lines = Array.from({ length: below(random, 4) }, () => pick(random, headerLines));
  const body = random() < 0.5 ? '9\r\n42["hey"]\r\n0\r\n\r\n' : pick(random, packets);
  return latin1Bytes(`${[pick(random, heads), ...lines, "", body].join("\r\n")}`);
};

/** Some bytes changed, left out or put in. */
function spoiled(random: Random, bytes: Uint8Array): Uint8Array {
  const at = below(random, bytes.length + 1);
  const rest = bytes.subarray(Math.min(bytes.length, at + below(random, 4)));
  return joined([bytes.subarray(0, at), noise(random, 3), rest]);
}

/** Something that could have come over a wire: messages, whole or spoiled, or noise. */
export function someInput(random: Random): Uint8Array {
  const kind = random();
  if (kind < 0.15) return noise(random, 64);
  const pieces = Array.from({ length: 1 + below(random, 3) }, () =>
    random() < 0.6 ? someFrame(random) : someHttp(random),
  );
  return kind < 0.5 ? joined(pieces) : spoiled(random, joined(pieces));
}
