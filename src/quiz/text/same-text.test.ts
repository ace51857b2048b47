import { expect, it } from "vitest";
import { commonText, type Leniency } from "./same-text.ts";

const isSame = (one: string, other: string, ...forgives: Leniency[]): boolean =>
  commonText(one, forgives) === commonText(other, forgives);

it("never minds spaces at the ends, quotation marks and a full stop", () => {
  for (const typed of [" client ", "“client”", "`client`", "client.", "'client'!"]) {
    expect(isSame(typed, "client")).toBe(true);
  }
  expect(isSame("127.0.0.1", "127001")).toBe(false);
});

it("forgives what it is told to, and nothing else", () => {
  expect(isSame("Client", "client", "case")).toBe(true);
  expect(isSame("Client", "client", "spaces", "hyphens")).toBe(false);
  expect(isSame("time out", "timeout", "spaces")).toBe(true);
  expect(isSame("time out", "timeout", "case", "hyphens")).toBe(false);
  expect(isSame("half-open", "half open", "hyphens")).toBe(true);
  expect(isSame("half-open", "halfopen", "hyphens")).toBe(false);
  expect(isSame("half‑open", "halfopen", "hyphens", "spaces")).toBe(true);
  expect(isSame("half-open", "half open", "case", "spaces")).toBe(false);
});

it("takes full-width letters and one space for several", () => {
  expect(isSame("ＴＣＰ", "TCP")).toBe(true);
  expect(isSame("the   port", "the port")).toBe(true);
});

it("reads no more of a text than an answer can have", () => {
  expect(commonText("a ".repeat(100_000), ["spaces"]).length).toBeLessThanOrEqual(100);
});
