import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import {
  framings,
  loadIds,
  longestMessage,
  mostMessages,
  pausesMs,
  piecesBytes,
  takes,
} from "./model.ts";

const oneOf = <const T extends number>(numbers: readonly T[]) =>
  z.union(numbers.map((number) => z.literal(number)));

export const streamContract = defineContract({
  id: "stream",
  title: "Writes and reads",
  summary: "TCP carries bytes, not messages: what is written, what is read, and where it waits.",
  sources: [
    { name: "RFC 9293, section 3.7", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.7" },
    {
      name: "RFC 9293, section 3.8.6",
      url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.8.6",
    },
    {
      name: "Node.js: Buffering",
      url: "https://nodejs.org/api/stream.html#buffering",
    },
    { name: "proc(5)", url: "https://man7.org/linux/man-pages/man5/proc_pid_net.5.html" },
  ],
  leavesOut: [
    "Both programs run on the server, in one thread, and the connection is inside one machine. What is written in one go is there before the other program looks. On a real way pieces join and part in more ways.",
    "A read is what Node hands to the program at once, 64 KiB at most. Segments on the wire are not shown.",
    "Nothing gets lost inside one machine. What TCP does about losses is in the lesson.",
    "The kernel’s figures are Linux’s. On a server with another system only Node’s are shown.",
    "How much the kernel takes depends on system, memory and way. Times and sizes are those of one run.",
  ],
  subjects: [],
  commands: {
    /** A run begins: one connection, written to and read from. One that still runs is ended. */
    transfer: {
      payload: z.strictObject({
        show: z.enum(["messages", "bulk"]),
        messages: z.array(z.string().min(1).max(longestMessage)).min(1).max(mostMessages),
        framing: z.enum(framings),
        take: z.enum(takes),
        pieceBytes: oneOf(piecesBytes),
        pauseMs: oneOf(pausesMs),
        noDelay: z.boolean(),
        load: z.enum(loadIds),
        isStopped: z.boolean(),
        heeds: z.boolean(),
      }),
      reply: z.object({}),
      fails: ["too-long"],
    },
    /** Ends a run that still runs. */
    "break-off": { payload: z.strictObject({}), reply: z.object({}) },
  },
  notices: {},
  failures: {
    "too-long": {
      says: "With so many writes and such a pause, the run would take more than four seconds.",
      next: "Choose a shorter pause, larger pieces or fewer messages.",
    },
  },
});
