import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import {
  bounds,
  clientNames,
  guestName,
  namespaces,
  readEventName,
  readPayload,
  rooms,
  serverCallIds,
  targetRooms,
} from "./model.ts";

const event = z.string().refine((name) => readEventName(name).ok, "not a name that can be emitted");
const payload = z
  .string()
  .max(bounds.payloadLength)
  .refine((text) => readPayload(text).ok, "not JSON within the bounds");
const membership = z.array(z.enum(rooms)).max(rooms.length);

/** What the server needs to know before a run. */
export const armSchema = z.strictObject({
  event,
  payload,
  serverCall: z.enum(serverCallIds),
  room: z.enum(targetRooms),
  /** Where the listener waits for the event, and where the rooms are. */
  namespace: z.enum(namespaces).default("/"),
  /** Rooms that each client is to be in. */
  rooms: z.record(z.enum([...clientNames, guestName]), membership),
});

export const emitContract = defineContract({
  id: "emit",
  title: "Who gets it?",
  summary: "Three clients and a server: emit an event and see who receives it, and why.",
  sources: [
    { name: "Socket.IO: Emitting events", url: "https://socket.io/docs/v4/emitting-events/" },
    {
      name: "Socket.IO: Broadcasting events",
      url: "https://socket.io/docs/v4/broadcasting-events/",
    },
    { name: "Socket.IO: Rooms", url: "https://socket.io/docs/v4/rooms/" },
    { name: "Socket.IO: Namespaces", url: "https://socket.io/docs/v4/namespaces/" },
  ],
  leavesOut: [
    "All three clients live in this page, so their events travel to the server and back over one network path.",
    "There is one server. With several, a broadcast reaches the clients of the others only through an adapter.",
    "Here every connected client is in the namespace /. With Socket.IO it may as well be only in another one.",
  ],
  subjects: clientNames,
  guest: guestName,
  commands: {
    arm: { payload: armSchema, reply: z.object({}) },
    /** Opens the namespaces beside `/`, for as long as the bench lives. */
    namespaces: { payload: z.strictObject({}), reply: z.object({}) },
    act: { payload: z.strictObject({}), reply: z.object({}), fails: ["not-armed", "needs-client"] },
  },
  notices: {},
  failures: {
    "not-armed": {
      says: "The server does not know yet what to do.",
      next: "Press Emit again.",
    },
    "needs-client": {
      says: "This line needs a client's event: it speaks of the socket that sent it.",
      next: "Let Ann, Bob or Cem emit, or choose a line that begins with io.",
    },
  },
});
