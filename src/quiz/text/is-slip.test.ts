import { expect, it } from "vitest";
import { isSlip } from "./is-slip.ts";

it.each(["clent", "clieent", "klient", "cleint", "clien", "clients", "xclient"])(
  "%s is client with a slip",
  (typed) => {
    expect(isSlip(typed, "client")).toBe(true);
  },
);

it.each(["client", "clit", "server", "clientss", "", "tneilc"])("%j is not", (typed) => {
  expect(isSlip(typed, "client")).toBe(false);
});

it("takes no short word for another one", () => {
  expect(isSlip("top", "tcp")).toBe(false);
});
