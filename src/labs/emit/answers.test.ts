import { describe, expect, it } from "vitest";
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
