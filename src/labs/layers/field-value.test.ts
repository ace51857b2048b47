import { describe, expect, test } from "vitest";
import { checksOf } from "./checks.ts";
import { editedField } from "./edited-field.ts";
import { editText, formatOf } from "./field-value.ts";
import { ipv6Bytes } from "./ipv6-bytes.ts";
import { frameParts } from "./layer-parts.ts";
import type { Settings } from "./model.ts";
import { plainSettings } from "./presets.ts";
import { sentFrames } from "./sent-frames.ts";

const partsOf = (settings: Settings) =>
  frameParts(sentFrames(settings)[0] ?? new Uint8Array(), settings.carrier);

const event = partsOf(plainSettings);
const six = partsOf({ ...plainSettings, ip: "ipv6" });

const fieldIn = (parts: typeof event, id: string) => {
  const field = parts.fields.find((each) => each.id === id);
  if (!field) throw new Error(`field ${id} = none, must be in the frame`);
  return field;
};

const after = (parts: typeof event, id: string, text: string): string => {
  const edited = editedField(parts, fieldIn(parts, id), text);
  if (!edited.ok) return edited.failure;
  const again = frameParts(edited.value, "socket.io");
  return fieldIn(again, id).value;
};

test("every field of a frame can be written as it is shown, and nothing changes", () => {
  for (const parts of [event, six])
    for (const field of parts.fields) {
      const edited = editedField(parts, field, editText(field, parts.plain));
      expect([field.id, edited]).toEqual([field.id, { ok: true, value: parts.bytes }]);
    }
});

test("fields are written as people write them", () => {
  const formats = (parts: typeof event, ids: string[]) =>
    ids.map((id) => formatOf(fieldIn(parts, id), parts.plain));
  expect(
    formats(event, ["ethernet.dst", "ipv4.src", "ipv4.df", "tcp.dst-port", "data.event-name"]),
  ).toEqual(["mac", "ipv4", "bit", "number", "text"]);
  expect(formats(six, ["ipv6.src", "ipv6.flow-label", "tcp.checksum"])).toEqual([
    "ipv6",
    "hex",
    "hex",
  ]);
});

const writings: [string, string, string][] = [
  ["ipv4.ttl", "1", "1"],
  ["ipv4.ttl", "0xff", "255"],
  ["ipv4.df", "0", "0"],
  ["ipv4.src", "10.0.0.1", "10.0.0.1"],
  ["ethernet.dst", "FF-FF-FF-FF-FF-FF", "ff:ff:ff:ff:ff:ff"],
  ["tcp.dst-port", "443", "443"],
  ["data.event-name", "hay", "hay"],
];

test.each(writings)("%s takes %s", (id, text, shown) => {
  expect(after(event, id, text)).toBe(shown);
});

const refusals: [string, string, RegExp][] = [
  ["ipv4.ttl", "256", /from 0 to 255: 8 bits/],
  ["ipv4.ttl", "-1", /whole number/],
  ["ipv4.df", "2", /from 0 to 1: 1 bit is/],
  ["ipv4.src", "10.0.0.300", /four numbers/],
  ["ethernet.dst", "00:11", /six pairs/],
  ["data.event-name", "hello", /3 bytes here, and that makes 5/],
];

test.each(refusals)("%s does not take %s, and says what it takes", (id, text, says) => {
  expect(after(event, id, text)).toMatch(says);
});

test("what is masked is written masked, and only its own bytes change", () => {
  const edited = editedField(event, fieldIn(event, "data.event-name"), "hay");
  const bytes = edited.ok ? edited.value : event.bytes;
  const differ = Array.from(bytes.keys()).filter((at) => bytes[at] !== event.bytes[at]);
  expect(differ).toEqual([65]);
  expect(
    checksOf(bytes)
      .filter(({ isRight }) => !isRight)
      .map(({ layer }) => layer),
  ).toEqual(["tcp"]);
});

describe("an IPv6 address", () => {
  const hex = (text: string) =>
    ipv6Bytes(text) && Buffer.from(ipv6Bytes(text) ?? []).toString("hex");

  test("is read with and without its zeros", () => {
    expect(hex("2001:db8::a")).toBe("20010db800000000000000000000000a");
    expect(hex("::")).toBe("0".repeat(32));
    expect(hex("1:2:3:4:5:6:7:8")).toBe("00010002000300040005000600070008");
  });

  test.each(["", "1:2:3", "1::2::3", "12345::", "1:2:3:4:5:6:7:8::9", "g::"])(
    "is not %j",
    (text) => {
      expect(ipv6Bytes(text)).toBeUndefined();
    },
  );
});
