import { expect, it } from "vitest";
import { packetText } from "./packet-text.ts";

it.each([
  ["ping", undefined, "2"],
  ["pong", "probe", "3probe"],
  ["upgrade", undefined, "5"],
  ["close", undefined, "1"],
  ["noop", "", "6"],
  ["message", '2["news","hi"]', '42["news","hi"]'],
  ["message", new Uint8Array([1]), "4(binary)"],
  ["open", '{"sid":"lv_VI97HAXpY6yYWAAAC","upgrades":[]}', '0{"sid":"…","upgrades":[]}'],
  ["message", '0{"sid":"secret","pid":"secret"}', '40{"sid":"…","pid":"…"}'],
  ["strange", "x", "?x"],
])("%s %o is shown as %s", (type, data, text) => {
  expect(packetText(type, data)).toBe(text);
});

it("is cut at 40 characters, after session ids are cut out", () => {
  const text = packetText("open", `{"sid":"${"s".repeat(60)}","upgrades":["websocket"],"more":1}`);
  expect(text).toBe('0{"sid":"…","upgrades":["websocket"],"m…');
  expect(text).toHaveLength(40);
  expect(packetText("message", "x".repeat(39))).toHaveLength(40);
  expect(packetText("message", "x".repeat(40))).toBe(`4${"x".repeat(38)}…`);
});
