import { expect, test } from "vitest";
import { ipv4Text, ipv6Text, macText } from "./addresses.ts";
import { hex } from "./testing/hex.ts";

test.each([
  ["00000000000000000000000000000000", "::"],
  ["00000000000000000000000000000001", "::1"],
  ["fe800000000000000000000000000000", "fe80::"],
  ["20010db8000000000001000000000001", "2001:db8::1:0:0:1"],
  ["20010db8000000010001000100010001", "2001:db8:0:1:1:1:1:1"],
  ["20010db8000100010001000000000001", "2001:db8:1:1:1::1"],
])("[RFC 5952 4] %s is written %s", (digits, text) => {
  expect(ipv6Text(hex(digits))).toBe(text);
});

test("addresses of links and of IPv4", () => {
  expect(macText(hex("02000000010a"))).toBe("02:00:00:00:01:0a");
  expect(ipv4Text(hex("0a0001ff"))).toBe("10.0.1.255");
});
