import { describe, expect, it } from "vitest";
import { ackRow, outcomeRows } from "./outcome.ts";
import { annEmits, annKeeps, arrived, handled, returned, Story, written } from "./testing/story.ts";

const clocks = { page: { offsetMs: 100, errorMs: 0.4 } };
const run = ({ observations }: Story, from: "Ann" | "Dee" | "server" = "Ann") => ({
  settings: { from },
  clocks,
  observations,
});

const broadcast = () =>
  annEmits()
    .server(written({ recipients: ["Bob", "Cem"], except: ["Ann"] }), returned)
    .page("Bob", arrived, handled);

describe("outcomeRows", () => {
  it("holds what was said and what happened side by side", () => {
    const rows = outcomeRows(run(broadcast()), { receivers: ["Ann", "Bob"] });
    expect(rows.map(({ who, said, happened, code }) => [who, said, happened, code])).toEqual([
      ["Ann", true, false, "sender-left-out"],
      ["Bob", true, true, "handled"],
      ["Cem", false, undefined, "on-its-way"],
    ]);
  });

  it("leaves open what was not predicted", () => {
    for (const row of outcomeRows(run(broadcast()))) expect(row).not.toHaveProperty("said");
  });

  it("measures on one clock exactly, and across clocks with the error of the offset", () => {
    const [, bob] = outcomeRows(run(broadcast()));
    expect(bob).toMatchObject({ afterMs: 6, errorMs: 0 });
    const acted = new Story().server({ what: "emitted", event: "news" });
    acted.server(written({ recipients: ["Bob"] }), returned).page("Bob", arrived, handled);
    const [ann, later] = outcomeRows(run(acted, "server"));
    expect(later).toMatchObject({ afterMs: 104, errorMs: 0.4 });
    expect(ann).not.toHaveProperty("afterMs");
  });

  it("has a row for the second device once it is seen", () => {
    const names = (story: Story, from?: "Dee") =>
      outcomeRows(run(story, from)).map(({ who }) => who);
    expect(names(broadcast())).toEqual(["Ann", "Bob", "Cem"]);
    expect(names(broadcast().guest(arrived))).toContain("Dee");
    expect(names(annEmits().server(written({ memberships: { Dee: [] } })))).toContain("Dee");
    expect(names(new Story(), "Dee")).toContain("Dee");
  });
});

describe("ackRow", () => {
  it("holds what was said and what happened side by side", () => {
    expect(ackRow(run(annKeeps()), { ack: "timeout" })).toMatchObject({
      said: "timeout",
      happened: "buffered",
    });
  });

  it("is open while the answer is", () => {
    expect(ackRow(run(annEmits(true)))).toEqual({ reason: "Not known yet." });
  });

  it("is absent where none was asked for", () => {
    expect(ackRow(run(broadcast()))).toBeUndefined();
  });
});
