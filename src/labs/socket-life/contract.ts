import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import { bounds, calls, callsOf, socketNames } from "./model.ts";

const nothing = z.strictObject({});

/** One call, as the page asks for it. No address and no port is named. */
export const actSchema = z
  .strictObject({
    call: z.enum(calls),
    on: z.enum(socketNames),
    mayWait: z.boolean(),
    text: z.string().min(1).max(bounds.textLength),
    backlog: z.number().int().min(0).max(bounds.mostBacklog),
  })
  .refine(({ call, on }) => callsOf(on).includes(call), "this socket has no such call");

export const socketLifeContract = defineContract({
  id: "socket-life",
  title: "The life of a socket",
  summary:
    "Bind, listen, connect, accept, close: work real sockets call by call, and read the kernel’s own table after each.",
  sources: [
    {
      name: "RFC 9293: Transmission Control Protocol, section 3.3.2",
      url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.3.2",
    },
    { name: "Linux: listen(2)", url: "https://man7.org/linux/man-pages/man2/listen.2.html" },
    { name: "Linux: tcp(7)", url: "https://man7.org/linux/man-pages/man7/tcp.7.html" },
    { name: "Node.js: net", url: "https://nodejs.org/api/net.html" },
  ],
  leavesOut: [
    "Client and server program are one process on the server’s machine. Their sockets are as real as those of two, and talk over the loopback address of this bench.",
    "The kernel’s table is read after each call, not during it: states that last for microseconds, such as FIN-WAIT-1, are seldom caught.",
    "Node makes the kernel’s socket within bind or connect, so that there is no socket() by itself; a client’s socket is bound within connect.",
    "Node closes a socket by itself once both directions have ended, or after an error.",
    "The segments on the wire are not shown. The arrows of the diagram are those of the standard.",
  ],
  subjects: [],
  commands: {
    /** Ends the sockets of the last run, and begins with none. */
    begin: { payload: nothing, reply: nothing },
    /** Makes one call. Answers when it has come back, or is seen to wait, and the table was read. */
    call: {
      payload: actSchema,
      reply: z.object({}),
      fails: ["no-socket", "no-port", "busy-socket", "not-begun"],
    },
    /** Ends all sockets of the run. */
    end: { payload: nothing, reply: nothing },
  },
  notices: {},
  failures: {
    "no-socket": {
      says: "There is no such socket yet.",
      next: "A listening socket begins with bind, a client’s with connect, a server’s with accept.",
    },
    "no-port": {
      says: "The server program has not bound a port yet, so that there is none to connect to.",
      next: "Call bind on L1 first.",
    },
    "busy-socket": {
      says: "The last such call on this socket has not come back yet.",
      next: "Do what it waits for, or close the socket.",
    },
    "not-begun": {
      says: "This run is over.",
      next: "Begin another one.",
    },
  },
});
