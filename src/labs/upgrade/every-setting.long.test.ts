import { test } from "vitest";
import { sequels } from "./model.ts";
import { expectEveryEnding } from "./testing/every-setting.ts";

test.each(sequels)(
  "every setting ends where it must, and then: %s",
  async (sequel) => {
    await expectEveryEnding(sequel);
  },
  60_000,
);
