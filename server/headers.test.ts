import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { securityHeaders, setSecurityHeaders } from "./headers.ts";

const headersAt = (
  { host, url = "/" }: { host?: string; url?: string },
  publicOrigins: string[] = [],
) => securityHeaders({ url, headers: { host } }, { publicOrigins });

const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Origin-Agent-Cluster": "?1",
};

describe("securityHeaders", () => {
  it("are on every answer", () => {
    expect(headersAt({})).toMatchObject({
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "Permissions-Policy": expect.stringContaining("camera=()"),
      "Cross-Origin-Resource-Policy": "same-origin",
      "Content-Security-Policy": expect.stringContaining("frame-ancestors 'none'"),
    });
  });

  it.each([
    "localhost",
    "localhost:4321",
    "LOCALHOST",
    "x.localhost:1",
    "127.0.0.1",
    "127.9.9.9:80",
    "[::1]:4321",
  ])("isolate pages at %s", (host) => {
    expect(headersAt({ host })).toMatchObject(isolation);
  });

  it.each([
    "pi.local:4321",
    "192.168.1.5:4321",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil@localhost",
    "x/localhost",
    "notlocalhost",
    "",
    "a:b:c",
  ])("promise nothing at %j, where browsers would refuse it", (host) => {
    expect(Object.keys(headersAt({ host }))).not.toContain("Cross-Origin-Opener-Policy");
    expect(Object.keys(headersAt({ host }))).not.toContain("Cross-Origin-Embedder-Policy");
  });

  it("isolate and pin HTTPS when the public origin has it, whatever Host the proxy sends", () => {
    expect(headersAt({ host: "10.0.0.5:4321" }, ["https://wire.example"])).toMatchObject({
      ...isolation,
      "Strict-Transport-Security": "max-age=31536000",
    });
  });

  it("pin HTTPS only on the host that has it when public origins differ", () => {
    const origins = ["https://wire.example", "http://pi.local:4321"];
    expect(headersAt({ host: "wire.example" }, origins)).toHaveProperty(
      "Strict-Transport-Security",
    );
    expect(headersAt({ host: "pi.local:4321" }, origins)).not.toHaveProperty(
      "Strict-Transport-Security",
    );
  });

  it("never pin HTTPS without a public origin", () => {
    expect(headersAt({ host: "localhost" })).not.toHaveProperty("Strict-Transport-Security");
  });

  it("let other sites frame and load /embed/ and nothing else", () => {
    expect(headersAt({ url: "/embed/emit/?preset=x" })).toMatchObject({
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Content-Security-Policy": expect.stringContaining("frame-ancestors *"),
    });
    expect(headersAt({ url: "/?x=/embed/" })).toMatchObject({
      "Cross-Origin-Resource-Policy": "same-origin",
    });
  });
});

describe("setSecurityHeaders", () => {
  it("puts them on a real answer", async () => {
    const server = createServer((request, response) => {
      setSecurityHeaders(request, response, { publicOrigins: [] });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    server.close();
    expect(answer.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });
});
