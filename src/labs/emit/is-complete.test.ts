import { describe, expect, it } from "vitest";
import { isComplete } from "./is-complete.ts";
import type { Settings } from "./model.ts";
import {
  annEmits,
  annKeeps,
  arrived,
  disconnected,
  emitted,
  handled,
  returned,
  Story,
  sent,
  timedOut,
  written,
} from "./testing/story.ts";

const client = { rooms: [], listens: true, connected: true };
const clients = { Ann: client, Bob: client, Cem: { ...client, listens: false }, Dee: client };

const ends = (
  { observations }: Story,
  pageCall: Settings["pageCall"] = "emit",
  from: Settings["from"] = "Ann",
) => isComplete(observations, { from, pageCall, clients });

describe("isComplete", () => {
  it("waits for the end of the server's listener", () => {
    expect(ends(new Story())).toBe(false);
    expect(ends(annEmits())).toBe(false);
    expect(ends(annEmits().server(returned))).toBe(true);
  });

  it("waits for every recipient, and for the listener where there is one", () => {
    const story = annEmits().server(written({ recipients: ["Bob", "Cem"] }), returned);
    expect(ends(story)).toBe(false);
    expect(ends(story.page("Cem", arrived))).toBe(false);
    expect(ends(story.page("Bob", arrived))).toBe(false);
    expect(ends(story.page("Bob", handled))).toBe(true);
  });

  it("does not wait for a recipient who has gone", () => {
    const story = annEmits().server(written({ recipients: ["Bob"] }), returned);
    expect(ends(story.serverOn("Bob", disconnected))).toBe(true);
  });

  it("ends with an event that stays at its sender", () => {
    expect(ends(annKeeps())).toBe(true);
    expect(ends(annKeeps(), "ack")).toBe(true);
  });

  it("waits for the time limit, wherever the event is", () => {
    expect(ends(annKeeps(), "timeout")).toBe(false);
    expect(ends(annKeeps().page("Ann", timedOut), "timeout")).toBe(true);
    const silent = annEmits(true).server(returned);
    expect(ends(silent, "timeout")).toBe(false);
    expect(ends(silent.page("Ann", timedOut), "timeout")).toBe(true);
  });

  it("waits for an answer that is underway, and for none that is not", () => {
    expect(ends(annEmits(true).server(returned), "ack")).toBe(true);
    const story = annEmits(true).server({ what: "acknowledged", to: "Ann" }, returned);
    expect(ends(story, "ack")).toBe(false);
    expect(ends(story.page("Ann", { what: "ack-received", answer: "1" }), "ack")).toBe(true);
  });

  it("does not wait for an answer to a sender who has gone", () => {
    const story = annEmits(true).server({ what: "acknowledged", to: "Ann" }, returned);
    expect(ends(story.page("Ann", disconnected), "ack")).toBe(true);
  });

  it("ends with an event that is lost or turned away", () => {
    const lost = new Story().page("Ann", emitted, sent, disconnected);
    expect(ends(lost)).toBe(false);
    expect(ends(lost.serverOn("Ann", disconnected))).toBe(true);
    const refused = new Story().page("Ann", emitted, sent);
    refused.serverOn("Ann", { what: "dropped", event: "", reason: "rate-limited" });
    expect(ends(refused)).toBe(true);
  });

  it("asks for no timer where the server acts", () => {
    expect(ends(new Story().server(emitted, returned), "timeout", "server")).toBe(true);
  });
});
