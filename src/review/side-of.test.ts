import { expect, it } from "vitest";
import { sampleChoice } from "../quiz/items.fixture.ts";
import { awayFromLesson } from "./away-from-lesson.ts";
import { sideOf } from "./side-of.ts";

it("takes a side by the lesson, or by the one call to a room in it", () => {
  const sideWith = (code: string) => sideOf("emitting", { ...sampleChoice, code });
  expect(sideOf("tcp", sampleChoice)).toBe("tcp");
  expect(sideOf("packets", sampleChoice)).toBeUndefined();
  expect(sideWith('io.to("red").emit("e");')).toBe("io-to");
  expect(sideWith('annSocket.to("red").emit("e");')).toBe("socket-to");
  expect(sideWith('io.to("red").emit("e"); socket.to("red").emit("e");')).toBeUndefined();
});

it("leads to an anchor of a lesson by the lesson's address", () => {
  const item = { ...sampleChoice, see: { anchor: "#the-wire" } };
  expect(awayFromLesson(item, "tcp").see).toEqual({ anchor: "/lessons/tcp/#the-wire" });
  expect(awayFromLesson(sampleChoice, "tcp")).toBe(sampleChoice);
});
