import { expect, it } from "vitest";
import type { Fact } from "#lab-kit/observation.ts";
import { joinTable } from "./join-rows.ts";
import { Story } from "./testing/story.ts";

const out = (packet: string): Fact => ({ what: "packet-out", to: "server", packet });
const came = (packet: string): Fact => ({ what: "packet-in", from: "server", packet });
const connected = (session: number, besides: string[], namespace = "/"): Fact => ({
  what: "connected",
  transport: "websocket",
  over: { session, path: "/socket.io/", besides },
  namespace,
});

it("pairs what a client asked for with what came back, by the namespace in the packet", () => {
  const story = new Story().page("Ann", out("40"), out("40/news,"), out("40/staff,"));
  story.page("Bob", came("40/news,{}"));
  story.page("Ann", came("40{}"), came('44/staff,{"message":"staff only"}'));
  story.page("Ann", came('40/news,{"sid":"…"}'), out('42/news,["headline"]'), out("41/news,"));
  story.serverOn("Ann", connected(4, []), connected(4, ["/"], "/news"));
  expect(joinTable(story.observations, "Ann")).toEqual({
    rows: [
      { sent: "40", got: "40{}", means: "joined /" },
      { sent: "40/news,", got: '40/news,{"sid":"…"}', means: "joined /news" },
      { sent: "40/staff,", got: '44/staff,{"message":"staff only"}', means: "refused in /staff" },
      { sent: '42/news,["headline"]', means: "the event, in /news" },
    ],
    sessions: 1,
    path: "/socket.io/",
  });
});

it("says that an answer is still on its way, and counts each session", () => {
  const story = new Story().page("Ann", out("40/news,"));
  story.serverOn("Ann", connected(4, []), connected(5, [], "/news"));
  const table = joinTable(story.observations, "Ann");
  expect(table?.rows).toEqual([{ sent: "40/news,", means: "asks to join /news" }]);
  expect(table?.sessions).toBe(2);
});

it("has nothing to show of a client that opened no connection in the run", () => {
  expect(joinTable(new Story().page("Ann", out("40/news,")).observations, "Ann")).toBeUndefined();
});
