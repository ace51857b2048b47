import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { anonymousId } from "./anonymous-id.ts";
import { newKey } from "./key.ts";
import { createLog } from "./log.ts";
import type { LogFields } from "./log-fields.ts";

const bench = newKey();
const owner = newKey();
const seat = newKey();
const payload = 'my secret "news"';

function logged(fields: LogFields, level: "info" | "warn" = "info"): Record<string, unknown>[] {
  return JSON.parse(`[${textOf(fields, level).trim().split("\n").join(",")}]`);
}

function textOf(fields: LogFields, level: "info" | "warn" = "info"): string {
  const lines: string[] = [];
  createLog({ level, destination: { write: (line) => lines.push(line) } }).info(fields);
  return lines.join("");
}

const expectNoSecret = (text: string): void => {
  for (const secret of [bench, owner, seat, "secret", "news"]) expect(text).not.toContain(secret);
};

describe("createLog", () => {
  it("writes one JSON object a line with level, time and the named fields", () => {
    const [line] = logged({ event: "bench-opened", lab: "emit", benches: 3, durationMs: 1.5 });
    expect(line).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      event: "bench-opened",
      lab: "emit",
      benches: 3,
      durationMs: 1.5,
    });
  });

  it("keeps to its level", () => {
    expect(textOf({ event: "bench-opened" }, "warn")).toBe("");
  });

  it("drops fields that nobody named", () => {
    const careless = {
      event: "refused",
      bench,
      owner,
      seat,
      payload,
      auth: { owner },
      headers: {},
    };
    expect(Object.keys(logged(careless)[0] ?? {})).toEqual(["level", "time", "event"]);
  });

  it("drops a key, a payload or an object that was put into a named field", () => {
    for (const secret of [bench, payload, { payload }, [bench], `${bench}-${owner}`]) {
      for (const name of [
        "code",
        "lab",
        "command",
        "id",
        "method",
        "transport",
        "signal",
        "count",
      ]) {
        expectNoSecret(textOf({ event: "refused", [name]: secret } as LogFields));
      }
      expectNoSecret(textOf({ event: secret } as LogFields));
    }
  });

  it.each([
    `/socket.io/?EIO=4&bench=${bench}&seat=${seat}`,
    `http://x:${owner}@host/control/?owner=${owner}`,
    `/lessons/#join=${bench}`,
  ])("logs %s without its query", (url) => {
    expectNoSecret(textOf({ event: "request", url }));
  });

  it("shortens a path and writes its control characters as escapes", () => {
    const text = textOf({ event: "request", url: `/\n{"event":"forged"}${"x".repeat(9000)}` });
    expect(text.trim().split("\n")).toHaveLength(1);
    expect(text.length).toBeLessThan(400);
  });

  it("logs an error as name, code and frames, never its message", () => {
    const error = Object.assign(new TypeError(`no ${payload} in ${bench}`), { code: "ERR_X" });
    const [line] = logged({ event: "handler-threw", error });
    expect(line?.error).toMatchObject({ name: "TypeError", code: "ERR_X" });
    expect(line).toHaveProperty("error.at.0", expect.stringMatching(/log\.test\.ts:\d+:\d+/));
    expectNoSecret(textOf({ event: "handler-threw", error }));
  });

  it("is not deceived by a message that looks like a stack, or by one that was changed later", () => {
    const frame = `    at secret (/x/${bench}:1:1)`;
    expectNoSecret(textOf({ event: "handler-threw", error: new Error(`x\n${frame}`) }));
    for (const message of ["something else", "", "E"]) {
      const changed = new Error(`a\n${frame}`);
      expect(changed.stack).toContain(bench);
      changed.message = message;
      expectNoSecret(textOf({ event: "handler-threw", error: changed }));
    }
  });

  it.each([
    [payload],
    [{ payload }],
    [null],
    [bench],
    [Object.assign(new Error(), { name: payload, code: bench })],
  ])("logs something odd that was thrown without its content", (error) => {
    expectNoSecret(textOf({ event: "handler-threw", error }));
  });
});

describe("anonymousId", () => {
  it("names a key the same way each time, without showing any of it", () => {
    expect(anonymousId(bench)).toBe(anonymousId(bench));
    expect(anonymousId(bench)).not.toBe(anonymousId(owner));
    expect(logged({ event: "bench-opened", id: anonymousId(bench) })[0]?.id).toMatch(
      /^[0-9a-f]{8}$/,
    );
    expect(bench).not.toContain(anonymousId(bench));
  });
});

/** Logs and exits in one turn, when it is told to. */
const lastWords = `
  import { createLog } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, "log.ts")).href)};
  const log = createLog({ level: "info" });
  process.stdin.once("data", () => {
    log.info({ event: "stopping" });
    log.info({ event: "bench-ended" });
    process.exit(0);
  });
  process.stderr.write("ready");
`;

describe("the last words of a process", () => {
  const start = () => spawn(process.execPath, ["--input-type=module", "-e", lastWords]);

  it("are all written", async () => {
    const child = start();
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    await once(child.stderr, "data");
    child.stdin.write("now");
    expect(await once(child, "close")).toEqual([0, null]);
    expect(output.trim().split("\n")).toHaveLength(2);
  });

  it("keep nobody waiting when their reader has gone", async () => {
    const child = start();
    try {
      await once(child.stderr, "data");
      child.stdout.destroy();
      await once(child.stdout, "close");
      child.stdin.write("now");
      expect(await once(child, "exit")).toEqual([0, null]);
    } finally {
      child.kill("SIGKILL");
    }
  });
});
