import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { ok } from "#lib/result.ts";

const contract = defineContract({
  id: "bench-tapped",
  title: "Tapped",
  summary: "The server passes an event on to everyone, with its connections tapped or not.",
  sources: [],
  leavesOut: [],
  subjects: ["Ann", "Bob", "Cem"],
  commands: {
    tap: { payload: z.strictObject({ isOn: z.boolean() }), reply: z.object({}) },
  },
  notices: {},
  failures: {},
});

/** A lab for the measurements only: what the emit lab does for `io.emit`, with a tap. */
export const tappedServer = defineLabServer(contract, (bench) => {
  bench.tap(false);
  bench.io.on("connection", (socket) => {
    socket.on("news", (data: unknown) => {
      bench.io.emit("news", data);
      bench.flushSoon();
    });
  });
  return {
    handlers: {
      tap: ({ isOn }) => {
        bench.tap(isOn);
        return ok({});
      },
    },
  };
});
