import { expect, it, vi } from "vitest";
import type { Fact, Observation } from "./observation.ts";
import { SeatedSubjects, seenAs } from "./seated-subjects.ts";
import type { Subject } from "./subject.ts";

const seats = { Ann: "a", Bob: "b" };

const fact = (
  what: "connected" | "disconnected",
  clock: "page" | "server",
  namespace?: string,
): Observation => {
  const more: Fact =
    what === "connected" ? { what, transport: "websocket" } : { what, reason: "transport close" };
  return { ...more, ...(namespace && { namespace }), seq: 1, atMs: 1, clock, where: "Ann" };
};

/** Subjects whose sockets are connected when the test says so. */
function rig() {
  const opened: { who: string; seat: string; socket: { connected: boolean } }[] = [];
  const waits = new Map<string, (isWaiting: boolean) => void>();
  const close = vi.fn();
  const changed = vi.fn();
  const open = (who: string, seat: string, wait: (isWaiting: boolean) => void) => {
    const socket = { connected: false };
    const subject = { who, seat, socket, sockets: new Map([["/", socket]]), close };
    opened.push(subject);
    waits.set(who, wait);
    return subject as unknown as Subject;
  };
  const subjects = new SeatedSubjects(["Ann", "Bob"], open, changed);
  subjects.sit(seats);
  const setAnn = (connected: boolean) => {
    for (const { who, socket } of opened) if (who === "Ann") socket.connected = connected;
  };
  return { subjects, opened, close, changed, waits, setAnn };
}

it("opens each client in its seat, and others only for other seats", () => {
  const { subjects, opened, close } = rig();
  expect(opened).toMatchObject([
    { who: "Ann", seat: "a" },
    { who: "Bob", seat: "b" },
  ]);
  subjects.sit({ ...seats });
  expect(opened).toHaveLength(2);
  subjects.sit({ Ann: "c", Bob: "d" });
  expect(opened).toHaveLength(4);
  expect(close).toHaveBeenCalledTimes(2);
});

it("goes by the server's word on who is connected", () => {
  const { subjects } = rig();
  expect(subjects.note(fact("connected", "page"))).toBe(false);
  expect(subjects.note(fact("connected", "server"))).toBe(true);
  expect([...subjects.seen]).toEqual(["Ann"]);
  expect(subjects.note(fact("disconnected", "server"))).toBe(true);
  expect(subjects.seen.size).toBe(0);
});

it("keeps apart who is connected in which namespace", () => {
  const { subjects } = rig();
  subjects.note(fact("connected", "server"));
  subjects.note(fact("connected", "server", "/news"));
  expect([...subjects.seen]).toEqual([seenAs("Ann", "/"), seenAs("Ann", "/news")]);
  subjects.note(fact("disconnected", "server", "/news"));
  expect([...subjects.seen]).toEqual(["Ann"]);
});

it("does not take an older page's client for its own, unless its own leaves, too", () => {
  const { subjects, setAnn } = rig();
  setAnn(true);
  subjects.note(fact("connected", "server"));
  subjects.note(fact("disconnected", "server"));
  expect([...subjects.seen]).toEqual(["Ann"]);
  setAnn(false);
  expect(subjects.note(fact("disconnected", "page"))).toBe(true);
  expect(subjects.seen.size).toBe(0);
});

it("leaves the end that only the page saw to the server's word", () => {
  const { subjects } = rig();
  subjects.note(fact("connected", "server"));
  expect(subjects.note(fact("disconnected", "page"))).toBe(false);
  expect([...subjects.seen]).toEqual(["Ann"]);
});

it("knows its connected clients when the control channel is back on the same bench", () => {
  const { subjects, setAnn } = rig();
  setAnn(true);
  subjects.sit(seats);
  expect([...subjects.seen]).toEqual(["Ann"]);
});

it("tells once who waits for a lease, and forgets all when it is closed", () => {
  const { subjects, waits, changed } = rig();
  waits.get("Bob")?.(true);
  waits.get("Bob")?.(true);
  expect(subjects.waiting).toEqual(["Bob"]);
  expect(changed).toHaveBeenCalledTimes(1);
  subjects.close();
  expect(subjects.waiting).toEqual([]);
  expect(subjects.byName.size).toBe(0);
});
