import { test } from "vitest";
import { expectEveryEnding } from "./testing/every-setting.ts";

test("every choice of transports ends where it must, WebSocket free, refused or swallowed", async () => {
  await expectEveryEnding("nothing");
});
