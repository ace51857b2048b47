import { expect, test } from "vitest";
import type { Fact, Observation } from "#lab-kit/observation.ts";
import { guestView } from "./guest-view.ts";

const seen = (fact: Fact, where = "server"): Observation => ({
  ...fact,
  seq: 1,
  atMs: 1,
  clock: "server",
  where,
});

test("a guest sees what the server got from it and wrote to it, and nothing of the others", () => {
  const memberships = { Ann: ["red"], Dee: ["blue"] };
  const write = {
    recipients: ["Ann", "Dee"],
    kind: "broadcast" as const,
    rooms: ["blue"],
    except: ["Bob"],
    memberships,
  };
  const batch = [
    seen({ what: "connected", transport: "websocket" }, "Ann"),
    seen({ what: "received", event: "news", from: "Ann", wantsAck: false }),
    seen({ what: "received", event: "news", from: "Dee", wantsAck: false }),
    seen({ what: "written", event: "news", write }),
    seen({ what: "written", event: "news", write: { ...write, recipients: ["Ann"] } }),
    seen({ what: "acknowledged", to: "Ann" }),
  ];
  const view = guestView(batch, "Dee");
  expect(view.map(({ what }) => what)).toEqual(["received", "written"]);
  expect(JSON.stringify(view)).not.toMatch(/Ann|Bob|red|blue/);
});
