import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { controlPath, subjectPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { ServerProcess } from "./testing/server-process.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

describe.concurrent("the server process", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "on %s tells its pages and exits with 0, whoever still holds on",
    async (signal) => {
      using server = await ServerProcess.start();
      using page = await TestPage.open(server);
      using idle = new RawConnection(server);
      await idle.request("/healthz");
      using halfAsked = new RawConnection(server);
      halfAsked.write("GET / HTTP/1.1\r\nHost: x\r\n");
      using polling = new RawConnection(server);
      const opened = await (await fetch(server.url + subjectPath(page))).text();
      const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
      polling.write(
        `GET ${subjectPath(page, { more: `&sid=${sid}` })} HTTP/1.1\r\nHost: x\r\n\r\n`,
      );
      using mute = new RawConnection(server);
      await mute.upgrade(subjectPath(page, { transport: "websocket" }));
      using unjoined = new RawConnection(server);
      await unjoined.upgrade(controlPath("websocket"));
      server.signal(signal);
      // A stop that takes longer than 4.5 seconds exits with 1.
      expect(await server.exit()).toBe(0);
      await until(() => page.ended.length > 0);
      expect(page.ended).toEqual(["shutdown"]);
    },
  );

  it("lets a page come back by itself after a stop", async () => {
    using server = await ServerProcess.start();
    const { port } = server;
    const client = { reconnection: true, reconnectionDelay: 50, reconnectionDelayMax: 200 };
    using page = await TestPage.open(server, { client });
    server.signal("SIGTERM");
    expect(await server.exit()).toBe(0);
    using again = await ServerProcess.start({ PORT: String(port) });
    await until(() => page.control.connected);
    await page.sit();
    expect(again.output).toContain("bench-opened");
  });

  it("refuses each wrong value in one sentence", async () => {
    const wrong = {
      PORT: "port",
      HOST: "http://x",
      LIMIT_BENCHES: "0",
      LIMIT_BENCHS: "5",
      PUBLIC_ORIGIN: "wirebook.example/path",
      TRUST_PROXY: "yes",
      LOG_LEVEL: "loud",
    };
    using server = new ServerProcess(wrong);
    expect(await server.exit()).toBe(1);
    await until(() => server.output.split("\n").length > Object.keys(wrong).length);
    const sentences = server.output.trim().split("\n");
    expect(sentences).toHaveLength(Object.keys(wrong).length);
    for (const name of Object.keys(wrong)) {
      expect(sentences.filter((sentence) => sentence.startsWith(name))).toHaveLength(1);
    }
  });

  it("says which port is taken, and how to choose another", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await until(() => other.listening);
    const { port } = other.address() as AddressInfo;
    using server = new ServerProcess({ PORT: String(port) });
    expect(await server.exit()).toBe(1);
    await until(() => server.output.includes("\n"));
    expect(server.output).toMatch(new RegExp(`^Port ${port} .* is taken .*PORT=\\d+ npm start\n$`));
    other.close();
  });
});
