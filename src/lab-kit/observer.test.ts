import { expect, it } from "vitest";
import type { Observation } from "./observation.ts";
import { PageObserver } from "./observer.ts";

it("stamps each fact with the page's clock, its place and the next number", () => {
  const seen: Observation[] = [];
  let nowMs = 10;
  const observer = new PageObserver(
    (observation) => seen.push(observation),
    () => nowMs,
  );
  observer.observe("Ann", { what: "emitted", event: "news" });
  nowMs = 12.5;
  observer.observe("Bob", { what: "arrived", event: "news" });
  expect(seen).toEqual([
    { what: "emitted", event: "news", where: "Ann", seq: 1, atMs: 10, clock: "page" },
    { what: "arrived", event: "news", where: "Bob", seq: 2, atMs: 12.5, clock: "page" },
  ]);
});
