import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import { treatments } from "./model.ts";

const nothing = z.strictObject({});

export const upgradeContract = defineContract({
  id: "upgrade",
  title: "How a connection comes up",
  summary:
    "Request by request: how Socket.IO connects, and what happens where WebSocket is blocked.",
  sources: [
    { name: "Socket.IO: How it works", url: "https://socket.io/docs/v4/how-it-works/" },
    { name: "Engine.IO protocol", url: "https://socket.io/docs/v4/engine-io-protocol/" },
    { name: "Socket.IO: Client options", url: "https://socket.io/docs/v4/client-options/" },
    { name: "RFC 6455, section 4", url: "https://www.rfc-editor.org/rfc/rfc6455#section-4" },
  ],
  leavesOut: [
    "Times are those at the server’s socket. The way from your browser to it and back comes on top.",
    "How TCP connections are opened, and TLS on them, is not shown.",
    "It is this bench that refuses or swallows the WebSocket, in place of a proxy or a firewall on the way.",
    "Where it swallows, Ann’s timeout is 1 s and not the usual 20 s, so that you need not wait.",
    "Ann tries once more after 0.2 s, then gives up. By default a client waits 1 s, then ever longer, and goes on without end.",
    "In runs that wait for heartbeats the server pings every second. By default it is every 25 s.",
    "Session ids and keys are overwritten by asterisks before you see them. Four letters of a session id stay.",
    "Ann’s browser could also use WebTransport, which this server does not offer.",
  ],
  subjects: ["Ann"],
  commands: {
    /** Sets the stage for one run. Ann must not be connected. */
    prepare: {
      payload: z.strictObject({ websocket: z.enum(treatments), isHeartbeatShort: z.boolean() }),
      reply: z.object({}),
    },
    /** The run has come to rest: what was seen of it is told, and nothing more is tapped. */
    fence: { payload: nothing, reply: z.object({}) },
  },
  notices: {},
  failures: {},
});
