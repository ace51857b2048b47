import { afterAll, expect, it } from "vitest";
import { Acceptor } from "#lab-kit/server/net/acceptor.ts";
import { BenchSockets } from "#lab-kit/server/net/bench-sockets.ts";
import { presets } from "./presets.ts";
import { Reporter } from "./reporter.ts";
import { Run } from "./run.ts";

const acceptor = new Acceptor();
afterAll(() => acceptor.close());

const address = process.platform === "linux" ? "127.31.9.1" : "127.0.0.1";

it.each(["unhurried", "relay-disorder"] as const)(
  "%s: nothing waits to be sent once the sockets are closed",
  async (preset) => {
    const sockets = new BenchSockets({ address, mostSockets: 8, acceptor });
    const report = new Reporter({ nowMs: () => performance.now(), say: () => undefined });
    await new Run(presets[preset].settings, sockets, report).start();
    expect(report.waiting).toBeGreaterThan(0);
    await sockets.close();
    expect(report.waiting).toBe(0);
  },
);
