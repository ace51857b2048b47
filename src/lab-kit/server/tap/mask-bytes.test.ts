import { describe, expect, it } from "vitest";
import { maskBytes } from "./mask-bytes.ts";

const key = "0123456789abcdef0123456789abcdef";

const masked = (text: string, isHead = true) => {
  const { bytes, masked: masks } = maskBytes(Buffer.from(text, "latin1"), { isHead, keys: [key] });
  return { text: bytes.toString("latin1"), masks };
};

const head = (...lines: string[]) => `${lines.join("\r\n")}\r\n\r\n`;

describe("a head", () => {
  it.each([
    ["Cookie: a=b; c=d", "Cookie: ********"],
    ["set-cookie:x", "set-cookie:*"],
    ["Proxy-Authorization:  Basic QQ==", "Proxy-Authorization:  **********"],
    ["X-Api-Key: k", "X-Api-Key: *"],
    ["X-Forwarded-Proto: https", "X-Forwarded-Proto: *****"],
    ["Via: 1.1 proxy", "Via: *********"],
    ["CF-Connecting-IP: 203.0.113.9", "CF-Connecting-IP: ***********"],
    ["Referer: http://a.test/x?y", "Referer: *****************"],
    ["Cookie: a=b,\r\n c=d", "Cookie: **********"],
    ["Host:", "Host:"],
    ["X-Origin-Verify: s3cret", "X-Origin-Verify: ******"],
    ["Cf-Access-Jwt-Assertion: ey.J9", "Cf-Access-Jwt-Assertion: *****"],
    ["X-Azure-ClientIP: 203.0.113.9", "X-Azure-ClientIP: ***********"],
    ["X-SSL-Client-Subject: CN=Ann", "X-SSL-Client-Subject: ******"],
    ["Remote-User: ann", "Remote-User: ***"],
  ])("with %j is sent as %j", (line, safe) => {
    const request = head("GET / HTTP/1.1", line, "Accept: */*");
    expect(masked(request).text).toBe(head("GET / HTTP/1.1", safe, "Accept: */*"));
  });

  it("keeps what a reader is to see", () => {
    const request = head(
      "GET /socket.io/?EIO=4&sid=abc HTTP/1.1",
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      "Content-Type: text/plain",
      "Accept-Language: en",
      "User-Agent: a browser",
      "sec-ch-ua-mobile: ?0",
      "Cross-Origin-Resource-Policy: same-origin",
    );
    expect(masked(request)).toEqual({ text: request, masks: [] });
  });

  it("has values masked in the query, whatever they are, and its body as it is", () => {
    const request = `${head("POST /b/x?bench=%30&seat=y HTTP/1.1")}Cookie: is a word`;
    expect(masked(request).text).toBe(
      `${head("POST /b/x?bench=***&seat=* HTTP/1.1")}Cookie: is a word`,
    );
  });
});

describe("a key", () => {
  it("is masked in the middle of anything, with its place", () => {
    expect(masked(`42["${key}"]`, false)).toEqual({
      text: `42["${"*".repeat(32)}"]`,
      masks: [{ from: 4, to: 36, why: "key" }],
    });
  });

  it("that stands in a masked value is masked once", () => {
    const { masks } = masked(head(`GET /?bench=${key} HTTP/1.1`, `Referer: /?bench=${key}`));
    expect(masks.map(({ why }) => why)).toEqual(["key", "address"]);
  });

  it("repeated without end takes what lies between with it", () => {
    const { text, masks } = masked(`${key} `.repeat(1500), false);
    expect(masks.length).toBeLessThanOrEqual(100);
    expect(text).not.toContain(key);
  });
});
