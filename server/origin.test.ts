import { describe, expect, it } from "vitest";
import { isOriginAllowed } from "./origin.ts";

const allows = (
  headers: { origin?: string; host?: string },
  publicOrigins: string[] = [],
): boolean => isOriginAllowed(headers, { publicOrigins });

describe("isOriginAllowed without a public origin", () => {
  it("lets programs in, which send no Origin", () => {
    expect(allows({ host: "localhost:4321" })).toBe(true);
    expect(allows({})).toBe(true);
  });

  it.each([
    ["http://localhost:4321", "localhost:4321"],
    ["http://192.168.1.5:4321", "192.168.1.5:4321"],
    ["http://[::1]:4321", "[::1]:4321"],
    ["https://a.example", "a.example"],
    ["https://a.example", "A.example:443"],
    ["http://a.example", "a.example:80"],
  ])("lets a page of %s in at %s", (origin, host) => {
    expect(allows({ origin, host })).toBe(true);
  });

  it.each([
    ["http://evil.example", "localhost:4321"],
    ["http://localhost:4322", "localhost:4321"],
    ["http://localhost", "localhost:4321"],
    ["http://localhost:4321.evil.example", "localhost:4321"],
    ["https://a.example", "a.example:80"],
    ["http://a.example", "evil@a.example"],
    ["http://a.example", "a.example/x"],
    ["http://a.example", ""],
  ])("keeps a page of %s out at %j", (origin, host) => {
    expect(allows({ origin, host })).toBe(false);
  });

  it.each(["null", "", " ", "localhost:4321", "file://", "http://", "ftp://localhost:4321"])(
    "keeps the origin %j out",
    (origin) => {
      expect(allows({ origin, host: "localhost:4321" })).toBe(false);
    },
  );

  it.each([
    "http://localhost:4321/",
    "http://x@localhost:4321",
    "http://localhost:4321, http://localhost:4321",
    "http://localhost:4321?x",
    "http://localhost:99999",
    "http://localhost:4321\\@evil.example",
    "http://[::1",
  ])("keeps the malformed %j out", (origin) => {
    expect(allows({ origin, host: "localhost:4321" })).toBe(false);
  });

  it("keeps pages out when there is no Host", () => {
    expect(allows({ origin: "http://localhost:4321" })).toBe(false);
  });
});

describe("isOriginAllowed with public origins", () => {
  const publicOrigins = ["https://wire.example", "http://pi.local:8080"];

  it("lets the listed origins in, whatever Host a proxy sends", () => {
    expect(allows({ origin: "https://wire.example", host: "127.0.0.1:4321" }, publicOrigins)).toBe(
      true,
    );
    expect(allows({ origin: "http://pi.local:8080", host: "x" }, publicOrigins)).toBe(true);
    expect(allows({ host: "x" }, publicOrigins)).toBe(true);
  });

  it.each(["http://wire.example", "https://wire.example:8443", "https://x.wire.example", "null"])(
    "keeps %s out, even if Host equals it",
    (origin) => {
      expect(allows({ origin, host: origin.replace(/^.*\//, "") }, publicOrigins)).toBe(false);
    },
  );
});
