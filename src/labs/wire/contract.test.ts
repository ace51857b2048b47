import { expect, test } from "vitest";
import { TestHost } from "#server/testing/test-host.ts";
import { TestPage } from "#server/testing/test-page.ts";

test("the server is asked to emit no name that Socket.IO keeps for itself, nor none", async () => {
  await using host = await TestHost.start();
  using page = await TestPage.open(host, { lab: "wire" });
  await page.subject("Ann");
  for (const text of ["connect", "disconnecting", "newListener", ""]) {
    const plan = { carries: "socket.io", text, extra: "none", bytes: "00" };
    const answer = await page.command("listen", plan);
    expect(answer.ok ? "ok" : answer.failure.code).toBe("bad-payload");
    await page.command("speak", {});
  }
  expect(
    (
      await page.command("listen", {
        carries: "plain",
        text: "connect",
        extra: "none",
        bytes: "00",
      })
    ).ok,
  ).toBe(true);
  expect(host.log.join()).not.toContain("handler-threw");
});
