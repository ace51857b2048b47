import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import { fetchName, laneNames, seeds, socketName, streamsSeat } from "./model.ts";

const nothing = z.strictObject({});

export const transportsContract = defineContract({
  id: "transports",
  title: "Ask, wait, listen, or be told",
  summary: "The same news by polling, long polling, an event stream and a WebSocket, measured.",
  sources: [
    { name: "RFC 6202, section 2", url: "https://www.rfc-editor.org/rfc/rfc6202#section-2" },
    {
      name: "HTML Standard: Server-sent events",
      url: "https://html.spec.whatwg.org/multipage/server-sent-events.html",
    },
    { name: "RFC 6455, section 1", url: "https://www.rfc-editor.org/rfc/rfc6455#section-1" },
    {
      name: "MDN: EventSource",
      url: "https://developer.mozilla.org/en-US/docs/Web/API/EventSource",
    },
  ],
  leavesOut: [
    "Bytes are those at the server’s socket: HTTP heads and bodies, and WebSocket frames. What TCP, IP and TLS add is not counted.",
    "The moments of the news are drawn by chance. The three draws offered here are typical ones: polling is about half an interval late in each.",
    "An item is a few bytes of text. With larger items the heads weigh less.",
    "Browser and server are as near to each other as you are to this site; a longer way makes each delay longer.",
    "An event stream that breaks is opened again by a browser. Here a run is over then.",
    "Six open streams would keep all of this site waiting. So four stay open, and the bench ends the other two after a second.",
    "Over HTTP/2 many requests share one connection, and the limit of six is gone.",
  ],
  subjects: [...Object.values(laneNames), streamsSeat, fetchName, socketName],
  commands: {
    /** A run begins: the news happens at moments that follow from the seed. */
    start: {
      payload: z.strictObject({
        show: z.enum(["news", "connections"]),
        seed: z.union(seeds.map((seed) => z.literal(seed))),
      }),
      reply: z.object({}),
    },
    /** The run is over: what is open is ended, and nothing is counted any more. */
    stop: { payload: nothing, reply: z.object({}) },
  },
  notices: {},
  failures: {},
});
