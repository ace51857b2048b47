import { describe, expect, test } from "vitest";
import { type Dissection, dissect, fieldOf } from "./dissect.ts";
import { hex } from "./testing/hex.ts";
import { ownershipFaults } from "./testing/ownership.ts";
import { latin1, utf8Bytes } from "./text.ts";
import { decodeFrame, encodeFrame, type Frame } from "./websocket-frame.ts";
import type { WireState } from "./wire-state.ts";

const open: WireState = { phase: "websocket" };

const read = (bytes: Uint8Array, way: "up" | "down", state = open): Dissection => {
  const result = dissect(bytes, { way, carries: "text", state });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  expect(ownershipFaults(result.value)).toEqual([]);
  return result.value;
};

const frame = (payload: Uint8Array, more: Partial<Frame> = {}): Frame => ({
  isFinal: true,
  rsv1: false,
  rsv2: false,
  rsv3: false,
  opcode: 2,
  lengthBits: payload.length < 126 ? 7 : payload.length < 65_536 ? 16 : 64,
  payload,
  ...more,
});

const values = (dissection: Dissection, ...ids: string[]) =>
  ids.map((id) => fieldOf(dissection, id)?.value);

describe("[RFC 6455 5.7] examples", () => {
  test("a single-frame unmasked text message", () => {
    const message = read(hex("81 05 48 65 6c 6c 6f"), "down");
    expect(values(message, "websocket.fin", "websocket.opcode", "websocket.mask")).toEqual([
      "1, final",
      "1, text",
      "0, not masked",
    ]);
    expect(fieldOf(message, "data.text")).toMatchObject({ value: "Hello", from: 2, to: 7 });
    expect(message.broken).toEqual([]);
  });

  test("a single-frame masked text message", () => {
    const message = read(hex("81 85 37 fa 21 3d 7f 9f 4d 51 58"), "up");
    expect(values(message, "websocket.masking-key", "data.text")).toEqual(["37 fa 21 3d", "Hello"]);
    expect(latin1(message.plain, 6)).toBe("Hello");
    expect(message.bytes.subarray(6)).toEqual(hex("7f 9f 4d 51 58"));
    expect(message.broken).toEqual([]);
  });

  test("a fragmented unmasked text message", () => {
    const first = read(hex("01 03 48 65 6c"), "down");
    expect(first.next.message).toEqual({ opcode: 1, isDeflated: false, frames: 1 });
    const last = read(hex("80 02 6c 6f"), "down", first.next);
    expect([fieldOf(first, "data.piece-1")?.value, fieldOf(last, "data.piece-2")?.value]).toEqual([
      "Hel",
      "lo",
    ]);
    expect(last.next).toEqual(open);
    expect(last.broken).toEqual([]);
  });

  test("an unmasked ping and a masked pong", () => {
    const ping = read(hex("89 05 48 65 6c 6c 6f"), "down");
    const pong = read(hex("8a 85 37 fa 21 3d 7f 9f 4d 51 58"), "up");
    expect(values(ping, "websocket.ping-data")).toEqual(["Hello"]);
    expect(values(pong, "websocket.pong-data")).toEqual(["Hello"]);
  });

  test("256 bytes of binary data in one unmasked frame", () => {
    const message = read(Uint8Array.of(0x82, 0x7e, 1, 0, ...new Uint8Array(256)), "down");
    expect(
      values(message, "websocket.payload-length", "websocket.extended-payload-length"),
    ).toEqual(["126, see the next 2 bytes", "256"]);
    expect(fieldOf(message, "data.binary-data")).toMatchObject({ from: 4, to: 260 });
  });

  test("64 KiB of binary data in one unmasked frame", () => {
    const head = hex("82 7f 00 00 00 00 00 01 00 00");
    const message = read(Uint8Array.of(...head, ...new Uint8Array(65_536)), "down");
    expect(values(message, "websocket.extended-payload-length")).toEqual(["65536"]);
    expect(fieldOf(message, "data.binary-data")).toMatchObject({ from: 10, to: 65_546 });
  });
});

describe("a frame", () => {
  const key = hex("01 02 03 ff");
  const lengths = [0, 1, 125, 126, 127, 65_535, 65_536, 70_001];

  test.each(lengths)("round-trips with a payload of %i bytes, masked and not", (length) => {
    const payload = Uint8Array.from({ length }, (_, index) => index * 7);
    for (const meant of [frame(payload), frame(payload, { maskingKey: key })]) {
      const bytes = encodeFrame(meant);
      expect(decodeFrame(bytes)).toMatchObject({
        ok: true,
        value: { frame: meant, end: bytes.length },
      });
    }
  });

  test("has a header of 2, 4 or 10 bytes, and 4 more with a key", () => {
    const sizes = [125, 126, 65_536].map((length) => {
      const bare = encodeFrame(frame(new Uint8Array(length))).length - length;
      return [
        bare,
        encodeFrame(frame(new Uint8Array(length), { maskingKey: key })).length - length,
      ];
    });
    expect(sizes).toEqual([
      [2, 6],
      [4, 8],
      [10, 14],
    ]);
  });

  test("says what is missing, at every length", () => {
    for (const length of [3, 200]) {
      const bytes = encodeFrame(frame(new Uint8Array(length), { maskingKey: key }));
      for (let have = 0; have < bytes.length; have++) {
        const cut = decodeFrame(bytes.subarray(0, have));
        if (cut.ok || cut.failure.code !== "truncated") throw new Error(`read at ${have}`);
        expect(cut.failure.have).toBe(have);
        expect(cut.failure.need).toBeGreaterThan(have);
        expect(cut.failure.need).toBeLessThanOrEqual(bytes.length);
      }
    }
  });

  test("with a length of 64 bits has the first of them 0", () => {
    expect(decodeFrame(hex("82 7f 80 00 00 00 00 00 00 00"))).toMatchObject({
      ok: false,
      failure: { code: "malformed", at: 2 },
    });
  });

  test("leaves what is behind it to the next one", () => {
    expect(read(hex("81 01 61 81 01 62"), "down").bytes).toEqual(hex("81 01 61"));
  });
});

describe("a close frame", () => {
  test("says its code and reason", () => {
    const bye = encodeFrame(
      frame(Uint8Array.of(3, 0xe8, ...utf8Bytes("bye")), {
        opcode: 8,
        maskingKey: hex("9a0b0c0d"),
      }),
    );
    const message = read(bye, "up");
    expect(values(message, "websocket.close-code", "websocket.close-reason")).toEqual([
      "1000, normal closure",
      "bye",
    ]);
    expect(message.broken).toEqual([]);
  });

  test.each([999, 1004, 1005, 1006, 1015, 2999, 5000])("may not hold %i", (code) => {
    const close = encodeFrame(frame(Uint8Array.of(code >> 8, code & 0xff), { opcode: 8 }));
    expect(read(close, "down").broken.map(({ source }) => source)).toEqual([
      "RFC 6455, section 7.4",
    ]);
  });

  test("may be empty, and may not hold half a code", () => {
    expect(read(hex("88 00"), "down").broken).toEqual([]);
    expect(read(hex("88 01 03"), "down").broken).toHaveLength(1);
  });
});

describe("compression", () => {
  const agreed: WireState = { phase: "websocket", isDeflateAgreed: true };

  test("[RFC 7692 7.2.3.1] marks a compressed message as what it is", () => {
    const message = read(hex("c1 07 f2 48 cd c9 c9 07 00"), "down", agreed);
    expect(fieldOf(message, "data.compressed-data")).toMatchObject({ from: 2, to: 9 });
    expect(message.broken).toEqual([]);
  });

  test("[RFC 7692 7.2.3.1] holds for all frames of a message, though only the first says it", () => {
    const first = read(hex("41 03 f2 48 cd"), "down", agreed);
    const last = read(hex("80 04 c9 c9 07 00"), "down", first.next);
    expect(fieldOf(last, "data.compressed-data")).toBeDefined();
    expect(last.broken).toEqual([]);
  });

  test("breaks a rule where nobody agreed on it", () => {
    expect(read(hex("c1 02 48 69"), "down").broken).toHaveLength(1);
  });
});

describe("rules", () => {
  test.each([
    ["[RFC 6455 5.1] an unmasked frame of a client", "81 01 61", "up"],
    ["[RFC 6455 5.1] a masked frame of a server", "81 81 00 00 00 00 61", "down"],
    ["[RFC 6455 5.2] RSV2", "a1 00", "down"],
    ["[RFC 6455 5.2] a reserved opcode", "83 00", "down"],
    ["[RFC 6455 5.2] a length that is longer than it must be", "81 7e 00 01 61", "down"],
    ["[RFC 6455 5.4] a continuation of nothing", "80 00", "down"],
    ["[RFC 6455 5.5] a split ping", "09 00", "down"],
    ["[RFC 6455 8.1] text that is no UTF-8", "81 01 ff", "down"],
  ] as const)("%s is told", (_, bytes, way) => {
    expect(read(hex(bytes), way).broken).toHaveLength(1);
  });

  test("[RFC 6455 5.4] a control frame may stand between two pieces", () => {
    const piece = read(hex("01 01 61"), "down");
    const ping = read(hex("89 00"), "down", piece.next);
    const last = read(hex("80 01 62"), "down", ping.next);
    expect([ping.broken, last.broken]).toEqual([[], []]);
  });
});
