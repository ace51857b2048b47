import { expect, it } from "vitest";
import { explainAck } from "./explain-ack.ts";
import { annEmits, annKeeps, emitted, returned, Story, timedOut } from "./testing/story.ts";

const outcomeOf = ({ observations }: Story, sender = "Ann") =>
  explainAck(observations, sender)?.outcome;
const acknowledged = { what: "acknowledged", to: "Ann" } as const;
const answer = { what: "ack-received", answer: '"got it"' } as const;

it("sees an answer come", () => {
  const story = annEmits(true).server(acknowledged, returned);
  expect(outcomeOf(story)).toBe("pending");
  expect(explainAck(story.page("Ann", answer).observations, "Ann")).toEqual({
    outcome: "ack",
    answer: '"got it"',
  });
});

it("says nothing yet, and never more, when the listener ended without an answer", () => {
  expect(outcomeOf(annEmits(true))).toBe("pending");
  expect(outcomeOf(annEmits(true).server(returned))).toBe("nothing-yet");
});

it("sees the time run out, at the server's silence and in the buffer", () => {
  expect(outcomeOf(annEmits(true).server(returned).page("Ann", timedOut))).toBe("timeout");
  expect(outcomeOf(annKeeps().page("Ann", timedOut))).toBe("timeout");
});

it("sees that the event still waits", () => {
  expect(outcomeOf(annKeeps())).toBe("buffered");
});

it("has nothing to say where nobody asked", () => {
  expect(outcomeOf(annEmits().server(returned))).toBeUndefined();
  expect(outcomeOf(new Story().server(emitted, returned), "server")).toBeUndefined();
  const dropped = { what: "dropped", event: "news", reason: "volatile" } as const;
  expect(outcomeOf(new Story().page("Ann", emitted, dropped))).toBeUndefined();
});
