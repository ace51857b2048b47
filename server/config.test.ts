import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { defaultLimits } from "./limits.ts";

const failureOf = (env: NodeJS.ProcessEnv): string[] => {
  const read = readConfig(env);
  return read.ok ? [] : read.failure;
};

describe("readConfig", () => {
  it("has a default for everything", () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        host: "127.0.0.1",
        port: 4321,
        publicOrigins: [],
        trustProxyHops: 0,
        logLevel: "info",
        limits: defaultLimits,
      },
    });
  });

  it("takes what is set", () => {
    const read = readConfig({
      HOST: "::",
      PORT: "0",
      PUBLIC_ORIGIN: "https://Wire.example:443/, http://pi.local:8080",
      TRUST_PROXY: "2",
      LOG_LEVEL: "silent",
      LIMIT_BENCHES: "7",
    });
    expect(read.ok && read.value).toMatchObject({
      host: "::",
      port: 0,
      publicOrigins: ["https://wire.example", "http://pi.local:8080"],
      trustProxyHops: 2,
      logLevel: "silent",
      limits: { benches: 7 },
    });
  });

  it("tells every wrong value at once, one sentence each", () => {
    const problems = failureOf({
      HOST: "http://0.0.0.0",
      PORT: "80a",
      PUBLIC_ORIGIN: "wirebook.example",
      TRUST_PROXY: "true",
      LOG_LEVEL: "loud",
      LIMIT_BENCHES: "0",
      LIMIT_TYPO: "1",
    });
    expect(problems).toHaveLength(7);
    expect(problems).toContain(
      'PORT is "80a", but must be a whole number from 0 to 65535, for example PORT=4321.',
    );
    expect(problems).toContain(
      'TRUST_PROXY is "true", but must be a whole number from 0 to 10 (proxies in front), for example TRUST_PROXY=1.',
    );
    for (const problem of problems) expect(problem).toMatch(/^[A-Z_]+ is .+\.$/);
  });

  it.each([
    "localhost",
    "wirebook.local",
    "a-b.example.",
    "192.0.2.1",
    "2001:db8::1",
    "fe80::1%eth0",
  ])("listens on %s", (HOST) => {
    expect(readConfig({ HOST }).ok).toBe(true);
  });

  it.each([
    "[::]",
    "0.0.0.0:80",
    "256.1.1.1",
    "1.2.3",
    "a b",
    "-a",
    "a/b",
    "a..b",
    "x".repeat(300),
  ])("does not listen on %j", (HOST) => {
    expect(failureOf({ HOST })[0]).toMatch(/^HOST is .* for example HOST=0\.0\.0\.0\.$/);
  });

  it.each(["65536", "-1", "4e3", "0x50", "http"])("refuses port %j", (PORT) => {
    expect(failureOf({ PORT })).toHaveLength(1);
  });

  it.each([
    "https://a/path",
    "https://a?x",
    "ftp://a",
    "//a",
    "https://",
    "https://*.a",
    "null",
    "https://a,",
  ])("refuses %j as public origin", (PUBLIC_ORIGIN) => {
    expect(failureOf({ PUBLIC_ORIGIN })).toHaveLength(1);
  });

  it("does not print the password of a refused origin", () => {
    const [problem] = failureOf({ PUBLIC_ORIGIN: "https://me:secret@a.example" });
    expect(problem).toContain("PUBLIC_ORIGIN");
    expect(problem).not.toContain("secret");
  });

  it("quotes and shortens a value, so that it cannot write to the terminal", () => {
    const [problem = ""] = failureOf({ LOG_LEVEL: `\u001b[2J${"x".repeat(5000)}` });
    expect(problem).toContain('"\\u001b[2J');
    expect(problem.length).toBeLessThan(300);
  });
});
