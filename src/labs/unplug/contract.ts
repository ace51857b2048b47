import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import { answerIds, clientNames, recoveryIds } from "./model.ts";

const nothing = z.strictObject({});
const who = z.enum(clientNames);

/** How the bench's server is to be for a run. */
export const renewSchema = z.strictObject({
  recovery: z.enum(recoveryIds),
  answers: z.enum(answerIds),
  isIdempotent: z.boolean(),
});

export const unplugContract = defineContract({
  id: "unplug",
  title: "What gets lost?",
  summary:
    "News comes down, orders go up, and the connection fails: see what is missed, doubled or kept, and why.",
  sources: [
    {
      name: "Socket.IO: Delivery guarantees",
      url: "https://socket.io/docs/v4/delivery-guarantees/",
    },
    {
      name: "Socket.IO: Connection state recovery",
      url: "https://socket.io/docs/v4/connection-state-recovery/",
    },
    {
      name: "Socket.IO: Client offline behavior",
      url: "https://socket.io/docs/v4/client-offline-behavior/",
    },
  ],
  leavesOut: [
    "The heartbeat is quicker than by default: the server pings every 0.7 s and waits 0.9 s, not 25 s and 20 s. So a dead link is noticed within 1.6 s, not 45.",
    "The cable is pulled on the server’s side of the connection: what is held waits there, and in the buffers of the network on the way.",
    "Recovery “for a second” keeps packets for 1 s and looks for old ones every 0.25 s. Socket.IO keeps them for 2 minutes and looks each minute.",
    "Acknowledgements are waited for 0.25 s, and a late answer comes after 0.4 s.",
    "Reconnection starts after 0.3 s each time. By default the pause is random and grows to 5 s.",
    "All clients use WebSocket only. Over long polling some reasons of a disconnect have other names.",
  ],
  subjects: clientNames,
  commands: {
    /** Opens a fresh Socket.IO server on the bench, and forgets the last run. */
    renew: { payload: renewSchema, reply: nothing, fails: ["busy"] },
    /** The server emits the next news to everybody. */
    news: {
      payload: z.strictObject({ times: z.number().int().min(1).max(5) }),
      reply: nothing,
      fails: ["used-up"],
    },
    fault: {
      payload: z.strictObject({ fault: z.enum(["cut", "pull", "strand", "plug", "kick"]), who }),
      reply: nothing,
    },
    restart: { payload: nothing, reply: nothing, fails: ["busy"] },
    /** Answers when all that the server has observed so far is with the page. */
    report: { payload: nothing, reply: nothing },
  },
  notices: {},
  failures: {
    busy: {
      says: "The bench’s server is being restarted just now.",
      next: "Wait a moment, then try again.",
    },
    "used-up": {
      says: "This run has had all its news.",
      next: "End it, and begin another one.",
    },
  },
});
