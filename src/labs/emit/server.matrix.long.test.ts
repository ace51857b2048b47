import { expect, it } from "vitest";
import { pageCallIds } from "./model.ts";
import { actingCalls, handlerCalls } from "./server-calls.ts";
import { compareAll } from "./testing/compare-all.ts";
import { everything, linesOfAnn, linesOfServer, withoutNamespaces } from "./testing/states.ts";

it("rule, stated reasons and clients agree for every call, line and state", {
  timeout: 600_000,
}, async () => {
  const all = everything(withoutNamespaces([...linesOfAnn(pageCallIds), ...linesOfServer()]));
  const { runs, ...found } = await compareAll({ handler: handlerCalls, acting: actingCalls }, all);
  console.log(`emit lab: ${runs} runs compared`);
  expect(found).toEqual({ rule: [], explained: [], reasons: [] });
});
