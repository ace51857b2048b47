import { describe, expect, it } from "vitest";
import { ackOutcomes } from "./ack-outcome.ts";
import type { Reason, ReasonCode, ReasonOf } from "./reason.ts";
import { ackTexts, reasonText, reasonTexts } from "./reasons.ts";

/** Every shape of every reason; the type asks for each code. */
const samples: { readonly [Code in ReasonCode]: readonly ReasonOf<Code>[] } = {
  handled: [
    { code: "handled", times: 1 },
    { code: "handled", times: 1, addressed: { to: "one socket" } },
    { code: "handled", times: 1, addressed: { to: "everybody", except: [] } },
    { code: "handled", times: 1, addressed: { to: "everybody", except: ["red", "Ann"] } },
    { code: "handled", times: 1, addressed: { to: "everybody", except: [], namespace: "/news" } },
    { code: "handled", times: 2, addressed: { to: "rooms", rooms: ["red"], isIn: ["red"] } },
  ],
  "no-listener": [{ code: "no-listener" }],
  "sender-left-out": [
    { code: "sender-left-out", method: "broadcast" },
    { code: "sender-left-out", method: "to" },
    { code: "sender-left-out", method: "except" },
    { code: "sender-left-out", method: "broadcast", namespace: "/news" },
  ],
  "not-in-room": [
    { code: "not-in-room", rooms: ["red"], isIn: [], isSender: true },
    { code: "not-in-room", rooms: ["green"], isIn: ["red", "blue"], isSender: false },
    { code: "not-in-room", rooms: ["red"], isIn: [], isSender: false, namespace: "/" },
  ],
  "kept-out": [
    { code: "kept-out", room: "red", isSender: true },
    { code: "kept-out", room: "red", isSender: false },
    { code: "kept-out", room: "red", isSender: false, namespace: "/news" },
  ],
  "not-in-namespace": [{ code: "not-in-namespace", namespace: "/news", isIn: ["/", "/staff"] }],
  "turned-back": [{ code: "turned-back", namespace: "/staff", message: "staff only" }],
  "not-connected": [{ code: "not-connected" }],
  "only-to": [{ code: "only-to", to: "Ann" }],
  "server-silent": [{ code: "server-silent" }],
  "only-answered": [{ code: "only-answered", to: "Ann" }],
  "never-sent": [
    { code: "never-sent", sender: "Ann", why: "buffered" },
    { code: "never-sent", sender: "Ann", why: "timed-out" },
    { code: "never-sent", sender: "Ann", why: "dropped" },
    { code: "never-sent", sender: "Ann", why: "buffered", namespace: "/news" },
    {
      code: "never-sent",
      sender: "Ann",
      why: "buffered",
      namespace: "/staff",
      refusal: "staff only",
    },
    { code: "never-sent", sender: "Ann", why: "timed-out", namespace: "/news" },
  ],
  refused: [{ code: "refused", sender: "Dee", because: "not the event that was shared" }],
  lost: [{ code: "lost", connectionOf: "Bob" }],
  "on-its-way": [{ code: "on-its-way" }],
  pending: [{ code: "pending" }],
  unexplained: [{ code: "unexplained" }],
};

const all: readonly Reason[] = Object.values(samples).flat();

describe("the sentences for reasons", () => {
  it("are there for every code", () => {
    expect(Object.keys(reasonTexts).sort()).toEqual(Object.keys(samples).sort());
  });

  it.each(all.map((reason) => [JSON.stringify(reason), reason] as const))(
    "are whole and short for %s",
    (_, reason) => {
      const text = reasonText(reason, "Bob");
      expect(text).toMatch(/^[A-Za-z][^!]*\.$/);
      expect(text).not.toMatch(/undefined|\[object| {2}/);
      expect(text.length).toBeLessThanOrEqual(160);
    },
  );

  it("are different for different reasons", () => {
    expect(new Set(all.map((reason) => reasonText(reason, "Bob"))).size).toBe(all.length);
  });

  it("name the client, the rooms and the other line that would have reached it", () => {
    expect(reasonText({ code: "sender-left-out", method: "to" }, "Ann")).toBe(
      "socket.to leaves out the socket it is called on; io.to would not.",
    );
    const reason: Reason = {
      code: "not-in-room",
      rooms: ["red", "blue"],
      isIn: [],
      isSender: false,
    };
    expect(reasonText(reason, "Bob")).toBe("The call was for red and blue. Bob is in no room.");
  });

  it("say that two rooms make one delivery", () => {
    const addressed = { to: "rooms", rooms: ["red", "blue"], isIn: ["red", "blue"] } as const;
    expect(reasonText({ code: "handled", times: 1, addressed }, "Bob")).toBe(
      "The call was for red and blue. Bob is in red and blue. That still makes one delivery.",
    );
  });
});

describe("the sentences for acknowledgements", () => {
  it("are there for every outcome", () => {
    expect(Object.keys(ackTexts).sort()).toEqual([...ackOutcomes, "pending"].sort());
  });

  it("carry the client's own words", () => {
    expect(ackTexts.ack({ outcome: "ack", answer: '"got it"' }, "Ann")).toContain('"got it"');
    const error = "operation has timed out";
    expect(ackTexts.timeout({ outcome: "timeout", error }, "Ann")).toContain(error);
  });
});
