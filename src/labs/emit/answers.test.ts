import { describe, expect, it } from "vitest";
import type { Fact } from "#lab-kit/observation.ts";
import { answers } from "./answers.ts";
import {
  annEmits,
  annKeeps,
  arrived,
  emitted,
  handled,
  returned,
  Story,
  written,
} from "./testing/story.ts";

describe("receivers", () => {
  it("are the clients whose listener ran", () => {
    const story = annEmits().server(written({ recipients: ["Bob", "Cem"], except: ["Ann"] }));
    story.server(returned).page("Bob", arrived, handled).page("Cem", arrived, handled);
    expect(answers.receivers(story)).toEqual(["Bob", "Cem"]);
  });

  it("are nobody where none ran", () => {
    expect(answers.receivers(annEmits().server(returned))).toEqual(["nobody"]);
    expect(answers.receivers(annKeeps())).toEqual(["nobody"]);
  });

  it("are not told before the run is over", () => {
    expect(answers.receivers(new Story())).toEqual([]);
    const story = annEmits().server(written({ recipients: ["Bob", "Cem"] }), returned);
    expect(answers.receivers(story.page("Bob", arrived, handled))).toEqual([]);
  });

  it("are found when the server acts", () => {
    const story = new Story().server(emitted, written({ recipients: ["Bob"], rooms: ["red"] }));
    story.server(returned).page("Bob", arrived, handled);
    expect(answers.receivers({ observations: story.observations })).toEqual(["Bob"]);
  });
});

describe("ack", () => {
  it("is the one outcome that was observed", () => {
    expect(answers.ack(annKeeps())).toEqual(["buffered"]);
    expect(answers.ack(annEmits(true).server(returned))).toEqual(["nothing-yet"]);
  });

  it("is empty where none was asked for, or it is underway", () => {
    expect(answers.ack(annEmits().server(returned))).toEqual([]);
    expect(answers.ack(annEmits(true))).toEqual([]);
  });
});

describe("connections", () => {
  const joined = (session: number, namespace: string): Fact => ({
    what: "connected",
    transport: "websocket",
    namespace,
    over: { session, path: "/socket.io/", besides: [] },
  });

  it("are counted by their sessions, of the sender alone", () => {
    const story = new Story().serverOn("Ann", joined(4, "/"), joined(4, "/news"));
    story.serverOn("Bob", joined(5, "/")).page("Ann", emitted);
    expect(answers.connections(story)).toEqual(["1"]);
    expect(answers.connections(story.serverOn("Ann", joined(6, "/staff")))).toEqual(["2"]);
  });

  it("are not told where none was opened in the run", () => {
    expect(answers.connections(annEmits())).toEqual([]);
  });
});

describe("refused", () => {
  it("are the clients that a namespace turned back", () => {
    const refusal: Fact = { what: "refused", reason: "staff only", namespace: "/staff" };
    expect(answers.refused(annEmits().page("Cem", refusal))).toEqual(["Cem"]);
    expect(answers.refused(annEmits())).toEqual(["nobody"]);
  });
});
