import { expect, test } from "vitest";
import { lessonIdOf, slugOf } from "./lesson-id.ts";

test("the part and the numbers are no part of a lesson's name", () => {
  expect(lessonIdOf("03-real-time/06-emitting.mdx")).toBe("lessons/emitting");
  expect(lessonIdOf("tcp-or-udp.md")).toBe("lessons/tcp-or-udp");
});

test("a page that is no lesson has no slug", () => {
  expect(slugOf("lessons/emitting")).toBe("emitting");
  expect(slugOf("labs/emit")).toBeUndefined();
});
