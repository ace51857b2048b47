import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";

export const echoContract = defineContract({
  id: "echo",
  title: "Echo",
  summary: "One client says something; the server says it back.",
  sources: [
    { name: "Socket.IO: Emitting events", url: "https://socket.io/docs/v4/emitting-events/" },
  ],
  leavesOut: ["There is one client only, so nobody else could hear the answer."],
  subjects: ["Ann"],
  commands: {
    /** How often the server says it back, from now on. */
    repeat: { payload: z.strictObject({ times: z.int().min(1).max(3) }), reply: z.object({}) },
  },
  notices: {},
  failures: {},
});
