import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { addressGroup, clientAddress } from "./address.ts";

const from = (remoteAddress: string | undefined, forwardedFor?: string): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: { "x-forwarded-for": forwardedFor } }) as never;

describe("clientAddress", () => {
  it("ignores X-Forwarded-For when no proxy is trusted", () => {
    expect(clientAddress(from("192.0.2.9", "198.51.100.1"), 0)).toBe("192.0.2.9");
  });

  it("believes as many entries as there are proxies, and no more", () => {
    const request = from("10.0.0.1", "203.0.113.66, 198.51.100.1, 10.0.0.2");
    expect(clientAddress(request, 1)).toBe("10.0.0.2");
    expect(clientAddress(request, 2)).toBe("198.51.100.1");
    expect(clientAddress(request, 3)).toBe("203.0.113.66");
    expect(clientAddress(request, 10)).toBe("203.0.113.66");
  });

  it("writes IPv4 in IPv6 as IPv4", () => {
    expect(clientAddress(from("::ffff:192.0.2.9"), 0)).toBe("192.0.2.9");
    expect(clientAddress(from("::FFFF:c000:209"), 0)).toBe("192.0.2.9");
  });

  it("writes one IPv6 address one way, without zone", () => {
    expect(clientAddress(from("2001:DB8:0:0::0001"), 0)).toBe("2001:db8::1");
    expect(clientAddress(from("fe80::1%eth0"), 0)).toBe("fe80::1");
  });

  it.each([
    ["198.51.100.1:5000", "198.51.100.1"],
    ["[2001:db8::1]:5000", "2001:db8::1"],
    ["[2001:db8::1]", "2001:db8::1"],
  ])("leaves out the port of %s", (entry, address) => {
    expect(clientAddress(from("10.0.0.1", entry), 1)).toBe(address);
  });

  it.each([
    "unknown",
    "",
    ",,,",
    "<script>",
    "1.2.3.4.5",
    "999.1.1.1",
    "[",
    "::1::",
    "%00",
    "x".repeat(9000),
  ])("falls back to the proxy when it forwards %j", (entry) => {
    expect(clientAddress(from("10.0.0.1", entry), 1)).toBe("10.0.0.1");
  });

  it("is unknown for a socket that has gone", () => {
    expect(clientAddress(from(undefined), 0)).toBe("unknown");
  });
});

describe("addressGroup", () => {
  it("keeps IPv4 addresses apart", () => {
    expect(addressGroup("192.0.2.1")).toBe("192.0.2.1");
  });

  it.each([
    ["2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
    ["2001:db8::1", "2001:db8::/64"],
    ["::1", "::/64"],
    ["1:2:3:4:5:6:7::", "1:2:3:4::/64"],
    ["1::5:6:7:8", "1::/64"],
  ])("counts %s as %s", (address, group) => {
    expect(addressGroup(address)).toBe(group);
  });

  it("leaves an unknown address as it is", () => {
    expect(addressGroup("unknown")).toBe("unknown");
  });
});
