import { describe, expect, test } from "vitest";
import type { Fact, Observation, Write } from "#lab-kit/observation.ts";
import { newsFates } from "./news-fate.ts";
import { type OrderFate, orderFates } from "./order-fate.ts";
import { newsTexts, orderTexts } from "./reasons.ts";

type Row = [where: string, fact: Fact, clock?: "page" | "server"];

/** Observations in order; the server's clock for the server, the page's for its clients. */
const seenOf = (rows: readonly Row[]): Observation[] =>
  rows.map(([where, fact, clock = where === "server" ? "server" : "page"], seq) => ({
    ...fact,
    seq,
    atMs: seq,
    clock,
    where,
  }));

const write = (change: Partial<Write>): Write => ({
  recipients: ["Ann", "Bob"],
  kind: "broadcast",
  rooms: [],
  except: [],
  memberships: { Ann: [], Bob: [] },
  ...change,
});

const emitted: Row = ["server", { what: "emitted", event: "news 1" }];
const written = (change: Partial<Write> = {}): Row => [
  "server",
  { what: "written", event: "news 1", write: write(change) },
];
const arrived: Row = ["Bob", { what: "arrived", event: "news 1" }];
const handled: Row = ["Bob", { what: "handled", event: "news 1" }];
const ended: Row = ["Bob", { what: "disconnected", reason: "ping timeout" }, "server"];
const endedHere: Row = ["Bob", { what: "disconnected", reason: "ping timeout" }];
const pulled: Row = ["Bob", { what: "fault", fault: "pulled" }, "server"];
const plugged: Row = ["Bob", { what: "fault", fault: "plugged" }, "server"];
const skipped: Row = ["server", { what: "skipped", count: 3 }];
const toBob: Partial<Write> = { recipients: ["Bob"], rooms: ["Bob"] };

describe("the fate of news", () => {
  test.each<[string, Row[], number]>([
    ["direct", [emitted, written(), arrived, handled], 1],
    ["two-listeners", [emitted, written(), arrived, handled, handled], 2],
    ["sent-twice", [emitted, written(), arrived, handled, written(toBob), arrived, handled], 2],
    ["no-listener", [emitted, written(), arrived], 0],
    ["on-its-way", [emitted], 0],
    ["on-its-way", [emitted, written()], 0],
    ["on-its-way", [ended, emitted, written()], 0],
    ["lost", [emitted, written(), ended], 0],
    ["not-connected", [emitted, written({ recipients: ["Ann"] })], 0],
    ["unexplained", [skipped, emitted, written({ recipients: ["Ann"] })], 0],
    ["held", [pulled, emitted, written(), plugged, arrived, handled], 1],
    ["direct", [pulled, plugged, emitted, written(), arrived, handled], 1],
    [
      "restored",
      [
        emitted,
        written({ recipients: ["Ann"] }),
        written({ recipients: ["Bob"], kind: "restored" }),
        arrived,
        handled,
      ],
      1,
    ],
    [
      "replayed",
      [
        emitted,
        written({ recipients: ["Ann"] }),
        written({ ...toBob, kind: "socket" }),
        arrived,
        handled,
      ],
      1,
    ],
    ["replayed", [emitted, written(), ended, written(toBob), arrived, handled], 1],
  ])("is %s when that was seen", (code, rows, times) => {
    expect(newsFates(seenOf(rows), "Bob")).toEqual([{ number: "1", times, code }]);
  });

  test("is nothing before anything was emitted", () => {
    expect(newsFates([], "Bob")).toEqual([]);
  });
});

const at = (where: string, what: "emitted" | "sent" | "buffered" | "handled"): Row => [
  where,
  { what, event: "order B1" },
];
const asked = at("Bob", "emitted");
const sent = at("Bob", "sent");
const kept = at("Bob", "buffered");
const carriedOut = at("server", "handled");
const came: Row = ["server", { what: "received", event: "order B1", from: "Bob", wantsAck: true }];
const volatile: Row = ["Bob", { what: "dropped", event: "order B1", reason: "volatile" }];
const repeat: Row = ["server", { what: "dropped", event: "order B1", reason: "a repeat" }];
const told: Row = [
  "Bob",
  { what: "ack-timed-out", error: "operation has timed out", event: "order B1" },
];
const answered: Row = ["Bob", { what: "ack-received", answer: '"ok"', event: "order B1" }];

const fateOf = (rows: Row[]): OrderFate | undefined => orderFates(seenOf(rows), "Bob")[0];

describe("the fate of an order", () => {
  test.each<[string, Row[], number]>([
    ["direct", [asked, sent, came, carriedOut], 1],
    ["direct", [asked, sent, came, carriedOut, answered], 1],
    ["kept", [asked, kept, sent, came, carriedOut], 1],
    ["held", [pulled, asked, sent, plugged, came, carriedOut], 1],
    ["told-wrongly", [asked, sent, told, came, carriedOut], 1],
    ["repeated", [asked, sent, came, carriedOut, sent, came, carriedOut], 2],
    ["repeat-known", [asked, sent, came, carriedOut, sent, came, repeat], 1],
    ["dropped", [asked, volatile], 0],
    ["waiting", [asked, kept], 0],
    ["taken-out", [asked, kept, told], 0],
    ["on-its-way", [asked, sent], 0],
    ["on-its-way", [asked, sent, ended], 0],
    ["on-its-way", [endedHere, ended, asked, sent], 0],
    ["on-its-way", [asked, sent, came], 0],
    ["lost", [asked, sent, endedHere, ended], 0],
    ["lost-each-time", [asked, sent, sent, sent, endedHere, ended], 0],
    ["unexplained", [skipped, asked, sent, endedHere, ended], 0],
  ])("is %s when that was seen", (code, rows, times) => {
    expect(fateOf(rows)).toMatchObject({ number: "B1", code, times });
  });

  test("holds what its callback was told", () => {
    expect(fateOf([asked, sent, told])?.told).toEqual({ error: "operation has timed out" });
    expect(fateOf([asked, sent, came, carriedOut, answered])?.told).toEqual({ answer: '"ok"' });
    expect(fateOf([asked, sent])).not.toHaveProperty("told");
  });

  test.each<[string, Row[]]>([
    ["it was sent before the pull was known", [asked, sent, pulled, plugged, came, carriedOut]],
    ["the end of the pull was known", [pulled, plugged, asked, sent, came, carriedOut]],
    ["it arrived before that end", [pulled, asked, sent, came, carriedOut, plugged]],
    ["the pull had no end", [pulled, asked, sent, came, carriedOut]],
  ])("is not said to be held when %s", (_, rows) => {
    expect(fateOf(rows)?.code).toBe("direct");
  });
});

describe("the sentences", () => {
  test("of an order end with what the callback was told", () => {
    const fate = fateOf([asked, sent, told, came, carriedOut]);
    expect(orderTexts["told-wrongly"]("Bob", fate ? [fate] : [])).toMatch(
      /Bob’s callback got the error “operation has timed out”\.$/,
    );
  });

  test("of retries that ran out say when nobody was told", () => {
    const silent = fateOf([asked, sent, sent, endedHere, ended]);
    expect(orderTexts["lost-each-time"]("Bob", silent ? [silent] : [])).toContain("without a word");
    const loud = fateOf([asked, sent, sent, told, endedHere, ended]);
    expect(orderTexts["lost-each-time"]("Bob", loud ? [loud] : [])).toContain("got the error");
  });

  test("are there for each fate, and name the client where they speak of it", () => {
    for (const say of Object.values(newsTexts)) expect(say("Bob", [])).toMatch(/\.$/);
    for (const say of Object.values(orderTexts)) expect(say("Bob", [])).toMatch(/\.$/);
  });
});
