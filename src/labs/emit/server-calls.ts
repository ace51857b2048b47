import type { HandlerCall, ServerCall } from "./call.ts";
import { call as broadcast } from "./calls/server/broadcast.ts";
import { call as ioEmit } from "./calls/server/io-emit.ts";
import { call as ioExcept } from "./calls/server/io-except.ts";
import { call as ioTo } from "./calls/server/io-to.ts";
import { call as nothing } from "./calls/server/nothing.ts";
import { call as ofEmit } from "./calls/server/of-emit.ts";
import { call as ofExcept } from "./calls/server/of-except.ts";
import { call as ofTo } from "./calls/server/of-to.ts";
import { call as ofTwoRooms } from "./calls/server/of-two-rooms.ts";
import { call as reply } from "./calls/server/reply.ts";
import { call as socketEmit } from "./calls/server/socket-emit.ts";
import { call as socketExcept } from "./calls/server/socket-except.ts";
import { call as socketTo } from "./calls/server/socket-to.ts";
import { call as twoRooms } from "./calls/server/two-rooms.ts";
import { call as twoRoomsButMe } from "./calls/server/two-rooms-but-me.ts";
import type { ServerCallId } from "./model.ts";

/** Calls that need no client's socket: the server may make them by itself. */
export const actingCalls = {
  "io-emit": ioEmit,
  "io-to": ioTo,
  "io-except": ioExcept,
  "two-rooms": twoRooms,
  "of-emit": ofEmit,
  "of-to": ofTo,
  "of-except": ofExcept,
  "of-two-rooms": ofTwoRooms,
} satisfies Partial<Record<ServerCallId, ServerCall>>;

/** What the server's listener may do, by id. */
export const handlerCalls: Readonly<Record<ServerCallId, HandlerCall>> = {
  ...actingCalls,
  nothing,
  reply,
  "socket-emit": socketEmit,
  broadcast,
  "socket-to": socketTo,
  "socket-except": socketExcept,
  "two-rooms-but-me": twoRoomsButMe,
};
