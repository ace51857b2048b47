import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { ok } from "#lib/result.ts";
import { broadcastLoop } from "./broadcast-loop.ts";

const contract = defineContract({
  id: "bench-broadcast",
  title: "Broadcast",
  summary: "The server broadcasts as fast as it can.",
  sources: [],
  leavesOut: [],
  subjects: ["Ann", "Bob", "Cem"],
  commands: {
    broadcast: { payload: z.strictObject({ count: z.int().min(1) }), reply: z.object({}) },
  },
  notices: {},
  failures: {},
});

/** A lab for the measurements only: watched as any lab, broadcasting in a loop on command. */
export const broadcastServer = defineLabServer(contract, (bench) => ({
  handlers: {
    broadcast: ({ count }) => {
      broadcastLoop(bench.io, count);
      return ok({});
    },
  },
}));
