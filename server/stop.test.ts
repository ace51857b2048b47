import { describe, expect, it } from "vitest";
import { controlPath } from "./testing/engine-paths.ts";
import { RawConnection } from "./testing/raw-connection.ts";
import { TestHost } from "./testing/test-host.ts";
import { TestPage } from "./testing/test-page.ts";
import { until } from "./testing/until.ts";

describe("a host that stops", () => {
  it("tells the owner's page and the guest's", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    using guest = await page.invite();
    await host.app.close();
    await until(() => page.ended.length > 0 && guest.ended.length > 0);
    expect([page.ended, guest.ended]).toEqual([["shutdown"], ["shutdown"]]);
  });

  it("says nothing that would keep a client from coming back by itself", async () => {
    await using host = await TestHost.start();
    using page = await TestPage.open(host);
    const ann = await page.subject("Ann");
    const reasons: string[] = [];
    for (const socket of [page.control, ann]) {
      socket.on("disconnect", (reason) => reasons.push(reason));
    }
    await host.app.close();
    await until(() => reasons.length === 2);
    expect(reasons).toEqual(["transport close", "transport close"]);
  });

  it("lets nobody in who had connected before and asks only now", async () => {
    await using host = await TestHost.start();
    using slow = new RawConnection(host);
    slow.write(`GET ${controlPath("polling")} HTTP/1.1\r\nHost: x\r\n`);
    await host.health();
    const closed = host.app.close();
    slow.write("\r\n");
    await until(() => slow.read !== "");
    expect(slow.read).toMatch(/^HTTP\/1\.1 503 /);
    await closed;
    expect(host.app.benches.count).toBe(0);
  });
});
