import { expect, test } from "vitest";
import { checksOf, withDue } from "./checks.ts";
import type { Settings } from "./model.ts";
import { plainSettings } from "./presets.ts";
import { type Forwarded, forward } from "./router.ts";
import { sentFrames } from "./sent-frames.ts";

const across: Settings = { ...plainSettings, route: "router" };
const large: Settings = { ...across, carrier: "udp", size: "1400", nextMtu: "1280" };

const sent = (settings: Settings): Uint8Array => {
  const [frame] = sentFrames(settings);
  if (!frame) throw new Error("frame = none, must be one");
  return frame;
};

const sentOn = (forwarded: Forwarded): Uint8Array[] =>
  forwarded.isForwarded ? forwarded.frames : [];

const offsetsThatDiffer = (one: Uint8Array, other: Uint8Array): number[] =>
  Array.from(one.keys()).filter((at) => one[at] !== other[at]);

test("changes both MAC addresses, TTL and the header's checksum, and nothing else", () => {
  const before = sent(across);
  const [after, ...more] = sentOn(forward(before, across));
  expect(more).toEqual([]);
  expect(after?.length).toBe(before.length);
  // The first five bytes of all the MAC addresses are the same.
  expect(offsetsThatDiffer(before, after ?? before)).toEqual([5, 11, 22, 24]);
});

test("changes no checksum in IPv6, which has none in its header", () => {
  const settings: Settings = { ...across, ip: "ipv6" };
  const before = sent(settings);
  const [after] = sentOn(forward(before, settings));
  expect(offsetsThatDiffer(before, after ?? before)).toEqual([5, 11, 21]);
});

test("takes a VLAN tag off", () => {
  const settings = { ...across, isTagged: true };
  const [after] = sentOn(forward(sent(settings), settings));
  expect(after?.length).toBe(sent(settings).length - 4);
});

test("[RFC 3022] translates address and port, and the checksums follow", () => {
  const settings: Settings = { ...across, route: "nat" };
  const [after] = sentOn(forward(sent(settings), settings));
  expect(Array.from(after?.subarray(26, 30) ?? [])).toEqual([198, 51, 100, 1]);
  expect(checksOf(after ?? new Uint8Array()).every(({ isRight }) => isRight)).toBe(true);
});

test("[RFC 1624] a translation leaves a wrong checksum wrong", () => {
  const settings: Settings = { ...across, route: "nat" };
  const frame = sent(settings);
  const last = frame.length - 1;
  const [after] = sentOn(forward(frame.with(last, (frame[last] ?? 0) ^ 1), settings));
  const wrong = checksOf(after ?? new Uint8Array()).filter(({ isRight }) => !isRight);
  expect(wrong.map(({ layer }) => layer)).toEqual(["tcp"]);
});

test("[RFC 791 3.2] cuts what the next link does not take, at multiples of 8 bytes", () => {
  const frames = sentOn(forward(sent(large), large));
  expect(frames.map(({ length }) => length - 14)).toEqual([1276, 172]);
  expect(frames.flatMap(checksOf).every(({ isRight }) => isRight)).toBe(true);
});

const ends: [string, Settings, Partial<Forwarded>, number][] = [
  ["[RFC 791 3.1] a TTL of 1", { ...across, ttl: "1" }, { why: "ttl-over" }, 11],
  ["[RFC 1191 4] too large, with DF", { ...large, dontFragment: true }, { why: "too-big" }, 3],
  ["[RFC 8200 5] too large, over IPv6", { ...large, ip: "ipv6" }, { why: "too-big" }, 2],
  ["[RFC 8200 3] a hop limit of 1", { ...across, ip: "ipv6", ttl: "1" }, { why: "ttl-over" }, 3],
];

test.each(ends)("discards, and tells the sender: %s", (_, settings, end, type) => {
  const forwarded = forward(sent(settings), settings);
  expect(forwarded).toMatchObject(end);
  const reply = forwarded.isForwarded ? undefined : forwarded.reply;
  expect(reply?.[settings.ip === "ipv4" ? 34 : 54]).toBe(type);
  expect(checksOf(reply ?? new Uint8Array()).every(({ isRight }) => isRight)).toBe(true);
});

const damages: [string, number, number, string][] = [
  ["another MAC address", 5, 0x77, "other-mac"],
  ["an EtherType that is not IP's", 13, 0x06, "not-ip"],
  ["another version than the EtherType's", 14, 0x65, "bad-header"],
  ["a header of 4 words", 14, 0x44, "bad-header"],
  ["a length beyond the frame", 16, 0x08, "bad-header"],
  ["a TTL that the checksum does not know", 22, 63, "header-checksum"],
];

test.each(damages)("discards in silence what has %s", (_, at, byte, why) => {
  expect(forward(sent(across).with(at, byte), across)).toEqual({ isForwarded: false, why });
});

test("takes no frame for granted: cut at every length, it never throws", () => {
  const frame = sent(across);
  for (let length = 0; length <= frame.length; length++)
    expect(typeof forward(frame.slice(0, length), across).isForwarded).toBe("boolean");
});

test("lets wrong data pass: routers check their own header alone", () => {
  const frame = sent(across);
  const damaged = frame.with(60, (frame[60] ?? 0) ^ 4);
  expect(forward(damaged, across).isForwarded).toBe(true);
  const [check] = checksOf(damaged).filter(({ isRight }) => !isRight);
  expect(check?.layer).toBe("tcp");
  expect(checksOf(check ? withDue(damaged, check) : damaged).every((each) => each.isRight)).toBe(
    true,
  );
});
