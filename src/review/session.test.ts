import { expect, it } from "vitest";
import type { Side } from "#progress/bank.ts";
import { due, today } from "./due.fixture.ts";
import {
  firstSession,
  inOrder,
  minutesOf,
  reasonOf,
  secondsOf,
  sessionSeconds,
} from "./session.ts";

const ids = (items: readonly { item: { id: string } }[]) => items.map(({ item }) => item.id);
const sided = (id: string, slug: string, side: Side) => due(id, slug, {}, { side });

it("asks first what the reader was sure of and got wrong", () => {
  const ordered = inOrder([
    due("known", "tcp", { right: true, confidence: "sure" }),
    due("guessed", "tcp", { right: true, confidence: "guess" }),
    due("wrong", "tcp", { confidence: "guess" }),
    due("sure-and-wrong", "tcp", { confidence: "sure" }),
  ]);
  expect(ids(ordered)).toEqual(["sure-and-wrong", "wrong", "guessed", "known"]);
  expect(ordered.map(reasonOf)).toEqual(["sure-and-wrong", "wrong", "guessed", "refresh"]);
});

it("asks what is longer overdue before what is due today", () => {
  const late = { ...due("late", "tcp"), dueDay: today - 9 };
  expect(ids(inOrder([due("b", "tcp"), due("a", "tcp"), late]))).toEqual(["late", "a", "b"]);
});

it("puts the two sides of a confusable pair side by side", () => {
  const ordered = inOrder([
    sided("a-tcp", "tcp", "tcp"),
    sided("b-tcp", "tcp", "tcp"),
    sided("c-io", "socket-io", "socket-io"),
    sided("d-udp", "udp", "udp"),
    sided("e-ws", "websocket", "websocket"),
    sided("f-udp", "udp", "udp"),
  ]);
  expect(ids(ordered)).toEqual(["a-tcp", "d-udp", "b-tcp", "f-udp", "c-io", "e-ws"]);
});

it("mixes io.to with socket.to, which stand in one lesson", () => {
  const ordered = inOrder([
    sided("a", "rooms", "io-to"),
    sided("b", "rooms", "io-to"),
    sided("c", "rooms", "socket-to"),
  ]);
  expect(ids(ordered)).toEqual(["a", "c", "b"]);
});

it("goes on with another lesson where nothing is confusable", () => {
  const ordered = inOrder([due("a", "emitting"), due("b", "emitting"), due("c", "packets")]);
  expect(ids(ordered)).toEqual(["a", "c", "b"]);
});

it("neither loses nor repeats an item", () => {
  const items = Array.from({ length: 40 }, (_, index) =>
    due(`i${index}`, `l${index % 3}`, { right: index % 2 === 0 }, {}),
  );
  expect(ids(inOrder(items)).toSorted()).toEqual(ids(items).toSorted());
});

it("fills five minutes by what each kind takes, with one question at least", () => {
  const items = Array.from({ length: 40 }, (_, index) => due(`i${index}`, "tcp"));
  const session = firstSession(items);
  const seconds = session.reduce((sum, each) => sum + secondsOf(each), 0);
  expect(seconds).toBeLessThanOrEqual(sessionSeconds);
  expect(seconds + secondsOf(due("next", "tcp"))).toBeGreaterThan(sessionSeconds);
  expect(minutesOf(session)).toBe(5);
  expect(firstSession(items.slice(0, 3))).toHaveLength(3);
  expect(firstSession([])).toEqual([]);
});
