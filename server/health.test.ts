import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { answerHealth, type HealthFacts, healthReport } from "./health.ts";

const facts: HealthFacts = {
  startedAtMs: 1_000,
  nowMs: 62_999,
  benches: 3,
  connections: 12,
  version: "0.1.0",
  isStopping: false,
};
let server: Server | undefined;

afterEach(() => {
  server?.close();
});

const ask = async (method: string, shown: HealthFacts): Promise<Response> => {
  server = createServer((request, response) =>
    answerHealth(request, response, healthReport(shown)),
  );
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/healthz`, { method });
};

describe("answerHealth", () => {
  it("counts, and says nothing else", async () => {
    const answer = await ask("GET", facts);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(await answer.json()).toEqual({
      status: "ok",
      uptimeS: 61,
      benches: 3,
      connections: 12,
      version: "0.1.0",
    });
  });

  it("answers 503 while the host stops", async () => {
    const answer = await ask("GET", { ...facts, isStopping: true });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ status: "stopping" });
  });

  it("answers HEAD without a body and refuses to be written", async () => {
    const head = await ask("HEAD", facts);
    expect(await head.text()).toBe("");
    server?.close();
    const post = await ask("POST", facts);
    expect(post.status).toBe(405);
    expect(post.headers.get("allow")).toBe("GET, HEAD");
  });
});
