import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import { clientNames } from "./model.ts";

export const nodesContract = defineContract({
  id: "nodes",
  title: "Two servers behind a load balancer",
  summary:
    "Four clients, two Socket.IO servers: where each request goes, and whom an emit of one server reaches.",
  sources: [
    {
      name: "Socket.IO: Using multiple nodes",
      url: "https://socket.io/docs/v4/using-multiple-nodes/",
    },
    { name: "Socket.IO: Adapter", url: "https://socket.io/docs/v4/adapter/" },
    { name: "Engine.IO protocol", url: "https://socket.io/docs/v4/engine-io-protocol/" },
  ],
  leavesOut: [
    "Both servers run in one process. They know as little of each other as two machines would.",
    "The load balancer knows a client by its seat on this bench. Real ones go by a cookie or the client’s address.",
    "The adapter is Socket.IO’s own cluster adapter; its messages stay in the process, where Redis or another one would carry them.",
    "The clients connect one after the other, so that the turns can be followed. Together they come in any order.",
    "A client is stopped after two sessions that failed. By default it would go on without end.",
    "No server stops here, and no client moves to another one.",
  ],
  subjects: clientNames,
  commands: {
    /** Sets the stage for one run: two fresh servers. The clients must not be connected. */
    "open-nodes": {
      payload: z.strictObject({ isSticky: z.boolean(), hasAdapter: z.boolean() }),
      reply: z.object({}),
      fails: ["busy"],
    },
    /** Everybody has tried to connect. Node 1 emits, or not, and what was seen is told. */
    "end-run": { payload: z.strictObject({ isEmitting: z.boolean() }), reply: z.object({}) },
  },
  notices: {},
  failures: {
    busy: {
      says: "The servers of this bench are being replaced.",
      next: "Press the button again in a moment.",
    },
  },
});
