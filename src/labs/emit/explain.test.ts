import { describe, expect, it } from "vitest";
import { explain } from "./explain.ts";
import {
  annEmits,
  annKeeps,
  arrived,
  connected,
  disconnected,
  emitted,
  handled,
  received,
  returned,
  Story,
  sent,
  timedOut,
  written,
} from "./testing/story.ts";

const reasonOf = ({ observations }: Story, who = "Bob", sender = "Ann") =>
  explain(observations, who, sender).reason;

describe("explain", () => {
  it("counts the calls of the listener and says whom the emit was for", () => {
    const story = annEmits().server(written({ recipients: ["Bob"], except: ["Ann"] }), returned);
    expect(explain(story.page("Bob", arrived, handled).observations, "Bob", "Ann")).toEqual({
      received: true,
      handledTimes: 1,
      reason: { code: "handled", times: 1, addressed: { to: "everybody", except: ["Ann"] } },
    });
  });

  it("knows the rooms that count, where an emit names two", () => {
    const write = written({ recipients: ["Bob"], rooms: ["red", "blue"] });
    const story = annEmits().server(write, returned).page("Bob", arrived, handled);
    const addressed = { to: "rooms", rooms: ["red", "blue"], isIn: ["red", "blue"] };
    expect(reasonOf(story)).toEqual({ code: "handled", times: 1, addressed });
  });

  it("takes a listener's call as it is before the server has told its side", () => {
    const story = new Story().page("Ann", emitted, sent).page("Bob", arrived, handled);
    expect(reasonOf(story)).toEqual({ code: "handled", times: 1 });
  });

  it("knows that an arrival without a listener is no reception", () => {
    const story = annEmits().server(written({ recipients: ["Bob"] }), returned);
    expect(reasonOf(story.page("Bob", arrived))).toEqual({ code: "no-listener" });
  });

  it("never calls an incomplete run a non-reception", () => {
    expect(reasonOf(new Story())).toEqual({ code: "pending" });
    expect(reasonOf(new Story().page("Ann", emitted, sent))).toEqual({ code: "pending" });
    expect(reasonOf(annEmits().server(written({ rooms: ["green"] })))).toEqual({ code: "pending" });
    const toBob = annEmits().server(written({ recipients: ["Bob"] }), returned);
    expect(reasonOf(toBob)).toEqual({ code: "on-its-way" });
  });

  it("blames the sender's place last", () => {
    const of = (write: Parameters<typeof written>[0]) =>
      reasonOf(annEmits().server(written(write), returned), "Ann");
    expect(of({ except: ["Ann"] })).toEqual({ code: "sender-left-out", method: "broadcast" });
    expect(of({ rooms: ["red"], except: ["Ann"] })).toEqual({
      code: "sender-left-out",
      method: "to",
    });
    expect(of({ except: ["blue", "Ann"] })).toEqual({ code: "sender-left-out", method: "except" });
    expect(of({ rooms: ["blue"], except: ["Ann"] })).toEqual({
      code: "not-in-room",
      rooms: ["blue"],
      isIn: ["red"],
      isSender: true,
    });
    expect(of({ except: ["red", "Ann"] })).toEqual({
      code: "kept-out",
      room: "red",
      isSender: true,
    });
  });

  it("tells rooms, exceptions, missing connections and other addressees apart", () => {
    const of = (write: Parameters<typeof written>[0]) =>
      reasonOf(annEmits().server(written(write), returned), "Cem");
    expect(of({ rooms: ["red"] })).toMatchObject({ code: "not-in-room", isSender: false });
    expect(of({ except: ["blue"] })).toEqual({ code: "kept-out", room: "blue", isSender: false });
    expect(of({ memberships: { Ann: [], Bob: [] } })).toEqual({ code: "not-connected" });
    expect(of({ kind: "socket", recipients: ["Ann"], rooms: ["Ann"] })).toEqual({
      code: "only-to",
      to: "Ann",
    });
  });

  it("tells silence from an acknowledgement, and both from what was not kept", () => {
    expect(reasonOf(annEmits().server(returned))).toEqual({ code: "server-silent" });
    const answered = annEmits(true).server({ what: "acknowledged", to: "Ann" }, returned);
    expect(reasonOf(answered)).toEqual({ code: "only-answered", to: "Ann" });
    const flooded = annEmits().server(returned, { what: "skipped", count: 9 });
    expect(reasonOf(flooded)).toEqual({ code: "unexplained" });
    const contradiction = annEmits().server(written(), returned);
    expect(reasonOf(contradiction)).toEqual({ code: "unexplained" });
  });

  it("says why an event never left its sender, until it does", () => {
    const never = (why: string) => ({ code: "never-sent", sender: "Ann", why });
    expect(reasonOf(annKeeps())).toEqual(never("buffered"));
    expect(reasonOf(annKeeps().page("Ann", timedOut))).toEqual(never("timed-out"));
    const dropped = { what: "dropped", event: "news", reason: "volatile" } as const;
    expect(reasonOf(new Story().page("Ann", emitted, dropped))).toEqual(never("dropped"));
    expect(reasonOf(annKeeps().page("Ann", connected, sent))).toEqual({ code: "pending" });
  });

  it("says what the server turned away", () => {
    const dropped = { what: "dropped", event: "", reason: "rate-limited" } as const;
    const story = new Story().page("Ann", emitted, sent).serverOn("Ann", dropped);
    expect(reasonOf(story)).toEqual({ code: "refused", sender: "Ann", because: "rate-limited" });
  });

  it("needs the word of both ends to call an event lost on its way to the server", () => {
    const story = new Story().page("Ann", connected, emitted, sent, disconnected);
    expect(reasonOf(story)).toEqual({ code: "pending" });
    story.serverOn("Ann", disconnected);
    expect(reasonOf(story)).toEqual({ code: "lost", connectionOf: "Ann" });
  });

  it("knows an event as lost when its recipient went away before it came", () => {
    const toBob = () => annEmits().server(written({ recipients: ["Bob"] }), returned);
    const lost = { code: "lost", connectionOf: "Bob" };
    expect(reasonOf(toBob().serverOn("Bob", disconnected))).toEqual(lost);
    expect(reasonOf(toBob().page("Bob", disconnected))).toEqual(lost);
    expect(reasonOf(toBob().page("Bob", disconnected, connected))).toEqual({ code: "on-its-way" });
  });

  it("reads a run in which the server acts", () => {
    const story = new Story().server(emitted, written({ rooms: ["red"] }), returned);
    expect(reasonOf(story, "Cem", "server")).toMatchObject({ code: "not-in-room" });
  });

  it("reads a guest's run before the guest's own report has come", () => {
    const story = new Story().server(received("Dee"), returned);
    expect(reasonOf(story, "Bob", "Dee")).toEqual({ code: "server-silent" });
  });

  it("ignores other events", () => {
    const story = annEmits().server(written({ recipients: ["Bob"] }), returned);
    story.page("Bob", { what: "arrived", event: "other" }, { what: "handled", event: "other" });
    expect(reasonOf(story)).toEqual({ code: "on-its-way" });
  });
});
