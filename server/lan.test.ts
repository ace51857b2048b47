import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, it } from "vitest";
import { lanUrls } from "./lan.ts";

const info = (address: string, internal = false): NetworkInterfaceInfo =>
  ({ address, internal, family: address.includes(":") ? "IPv6" : "IPv4" }) as NetworkInterfaceInfo;

const interfaces = {
  lo: [info("127.0.0.1", true), info("::1", true)],
  wlan0: [info("2001:db8::7"), info("fe80::1"), info("192.168.1.5")],
  eth0: [info("10.0.0.2")],
  gone: undefined,
};

describe("lanUrls", () => {
  it("lists the IPv4 addresses of all cards when listening on 0.0.0.0", () => {
    expect(lanUrls({ host: "0.0.0.0", port: 4321 }, interfaces)).toEqual([
      { card: "wlan0", url: "http://192.168.1.5:4321/" },
      { card: "eth0", url: "http://10.0.0.2:4321/" },
    ]);
  });

  it("adds IPv6 in brackets when listening on ::, link-local addresses left out", () => {
    const urls = lanUrls({ host: "::", port: 80 }, interfaces).map(({ url }) => url);
    expect(urls).toEqual([
      "http://192.168.1.5:80/",
      "http://10.0.0.2:80/",
      "http://[2001:db8::7]:80/",
    ]);
  });

  it.each(["127.0.0.1", "::1", "localhost", "192.168.1.5"])(
    "is empty when listening on %s",
    (host) => {
      expect(lanUrls({ host, port: 1 }, interfaces)).toEqual([]);
    },
  );
});
