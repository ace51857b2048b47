import { once } from "node:events";
import type { Socket } from "socket.io";
import { describe, expect, it } from "vitest";
import { type BenchIo, openBenchIo } from "#lab-kit/server/bench-io.ts";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { boundedRecoveryAdapter } from "#lab-kit/server/recovery.ts";
import { echoContract } from "#labs/echo/contract.ts";
import { ok } from "#lib/result.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

const recovering = defineLabServer(echoContract, () => ({ handlers: { repeat: () => ok({}) } }), {
  recovery: { maxDisconnectionMs: 60_000 },
});

interface Kept {
  packets: { data: unknown[] }[];
  sessions: Map<string, unknown>;
  persistSession(session: object): void;
}

const keptBy = ({ io }: Pick<BenchIo, "io">): Kept => io.of("/").adapter as unknown as Kept;

/** Bytes that `emit("n", text)` keeps: the event, its text, and the offset that Socket.IO appends. */
const keptBytes = ({ packets }: Kept) =>
  packets.reduce((sum, { data }) => sum + JSON.stringify(data).length, 0);

describe("what a bench keeps for clients that may come back", () => {
  it("brings one up to date that comes back, on the same seat", async () => {
    await using host = await TestHost.start({ labs: [recovering] });
    using page = await TestPage.open(host, { lab: "echo" });
    const ann = await page.subject("Ann", { reconnection: true, reconnectionDelay: 20 });
    const bench = host.app.benches.find(page.bench);
    const heard: unknown[] = [];
    ann.on("news", (text) => heard.push(text));
    bench?.io.emit("news", "first");
    await until(() => heard.length === 1);
    const left = once(bench?.subjects().get("Ann") as Socket, "disconnect");
    ann.io.engine.close();
    await left;
    bench?.io.emit("news", "missed");
    await until(() => heard.length === 2);
    expect(heard).toEqual(["first", "missed"]);
    expect(ann.recovered).toBe(true);
    expect([...(bench?.subjects().keys() ?? [])]).toEqual(["Ann"]);
  });

  it("stays within its bytes: the oldest packets go", async () => {
    const bench = openBenchIo(
      { recovery: { maxDisconnectionMs: 60_000 } },
      { subjectMessageBytes: 16_384, recoveryBytes: 1000 },
    );
    for (let sent = 0; sent < 50; sent += 1) bench.io.emit("n", "x".repeat(80), sent);
    const kept = keptBy(bench);
    expect(keptBytes(kept)).toBeLessThanOrEqual(1000);
    expect(keptBytes(kept)).toBeGreaterThan(850);
    expect(kept.packets.at(-1)?.data[2]).toBe(49);
    await bench.close();
  });

  it("keeps nothing when the limit is 0, nor a packet that is larger than the limit", async () => {
    const bench = openBenchIo(
      { recovery: { maxDisconnectionMs: 60_000 } },
      { subjectMessageBytes: 16_384, recoveryBytes: 0 },
    );
    bench.io.emit("n", 1);
    expect(keptBy(bench).packets).toEqual([]);
    await bench.close();
  });

  it("forgets a packet that could not be encoded, and counts on", async () => {
    const bench = openBenchIo(
      { recovery: { maxDisconnectionMs: 60_000 } },
      { subjectMessageBytes: 16_384, recoveryBytes: 1000 },
    );
    const deep: unknown = JSON.parse("[".repeat(8000) + "]".repeat(8000));
    for (let sent = 0; sent < 5; sent += 1) expect(() => bench.io.emit("n", deep)).toThrow();
    expect(keptBy(bench).packets).toEqual([]);
    for (let sent = 0; sent < 50; sent += 1) bench.io.emit("n", "x".repeat(80));
    expect(keptBytes(keptBy(bench))).toBeGreaterThan(850);
    await bench.close();
  });

  it("remembers no more than 64 clients", async () => {
    const bench = openBenchIo(
      { recovery: { maxDisconnectionMs: 60_000 } },
      { subjectMessageBytes: 16_384, recoveryBytes: 1000 },
    );
    const kept = keptBy(bench);
    for (let left = 0; left < 100; left += 1) kept.persistSession({ pid: `p${left}` });
    expect(kept.sessions.size).toBe(64);
    expect(kept.sessions.has("p99")).toBe(true);
    await bench.close();
  });
});

it("the recovery adapter's timer ends with its bench, and no other timer does", async () => {
  const started: NodeJS.Timeout[] = [];
  const original = globalThis.setInterval;
  globalThis.setInterval = ((...args: Parameters<typeof original>) => {
    const timer = original(...args);
    started.push(timer);
    return timer;
  }) as typeof original;
  try {
    const { adapter, stop } = boundedRecoveryAdapter(1000);
    const recovery = { maxDisconnectionDuration: 1000 };
    const nsp = { server: { encoder: {}, opts: { connectionStateRecovery: recovery } } };
    new adapter(nsp);
    const [timer] = started as unknown as { _destroyed: boolean }[];
    expect(timer?._destroyed).toBe(false);
    stop();
    expect(timer?._destroyed).toBe(true);
  } finally {
    globalThis.setInterval = original;
  }
});
