import { isDeepStrictEqual } from "node:util";
import type { Socket } from "socket.io";
import type { z } from "zod";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { fail, ok } from "#lib/result.ts";
import type { HandlerCall, ServerCall } from "./call.ts";
import { type armSchema, emitContract } from "./contract.ts";
import { guestName, readPayload, type ServerCallId } from "./model.ts";
import { actingCalls, handlerCalls } from "./server-calls.ts";

/** What the next event meets: its name and data, and what the handler does with it. */
type Armed = Omit<z.output<typeof armSchema>, "payload"> & { data: unknown };

/** The calls that a bench can make; a test may pass broken ones and see itself fail. */
export interface Calls {
  handler: Readonly<Record<ServerCallId, HandlerCall>>;
  acting: Readonly<Partial<Record<ServerCallId, ServerCall>>>;
}

/** The server half of the emit lab, made with the calls given. */
export const emitServerWith = (calls: Calls) =>
  defineLabServer(emitContract, (bench) => {
    let armed: Armed | undefined;
    const listeners = new WeakMap<
      Socket,
      { event: string; listener: (...args: unknown[]) => void }
    >();

    const handle =
      (socket: Socket, { event, room, serverCall }: Armed) =>
      (...args: unknown[]) => {
        const last = args.at(-1);
        const ack = typeof last === "function" ? (last as (answer: unknown) => void) : undefined;
        const data = ack && args.length === 1 ? undefined : args[0];
        calls.handler[serverCall]({ io: bench.io, socket, event, data, ack, room });
        bench.observe("server", { what: "returned", event });
        bench.flushSoon();
      };

    const listen = (socket: Socket) => {
      const older = listeners.get(socket);
      if (older) socket.off(older.event, older.listener);
      if (!armed) return;
      const listener = handle(socket, armed);
      listeners.set(socket, { event: armed.event, listener });
      socket.on(armed.event, listener);
    };

    bench.io.on("connection", (socket) => {
      listen(socket);
      seatIn(socket, roomsOf(bench.subjects(), socket, armed));
    });

    return {
      handlers: {
        arm: ({ payload, ...plan }) => {
          const data = readPayload(payload);
          armed = { ...plan, data: data.ok ? data.value : undefined };
          for (const [who, socket] of bench.subjects()) {
            listen(socket);
            seatIn(socket, armed.rooms[who as keyof Armed["rooms"]] ?? []);
          }
          const { event, serverCall, room } = armed;
          bench.share({ event, payload, serverCall, room });
          return ok({});
        },
        act: () => {
          if (!armed) return fail({ code: "not-armed" as const });
          const { event, room, serverCall, data } = armed;
          const call = calls.acting[serverCall];
          if (!call) return fail({ code: "needs-client" as const });
          bench.observe("server", { what: "emitted", event });
          call({ io: bench.io, event, room, data });
          bench.observe("server", { what: "returned", event });
          bench.flushSoon();
          return ok({});
        },
      },
      guest: {
        event: () => armed?.event ?? "",
        may: (event, args) =>
          armed !== undefined &&
          event === armed.event &&
          isDeepStrictEqual(args, asArrived([armed.data])),
      },
    };
  });

/** The server half of the emit lab. */
export const emitServer = emitServerWith({ handler: handlerCalls, acting: actingCalls });

/** What JSON makes of arguments on their way: `undefined` arrives as `null`. */
const asArrived = (args: unknown[]): unknown => JSON.parse(JSON.stringify(args));

function roomsOf(
  subjects: ReadonlyMap<string, Socket>,
  socket: Socket,
  armed: Armed | undefined,
): readonly string[] {
  const who = [...subjects].find(([, subject]) => subject === socket)?.[0] ?? guestName;
  return armed?.rooms[who as keyof Armed["rooms"]] ?? [];
}

/** Puts a socket in exactly these rooms, beside the one of its own id. */
function seatIn(socket: Socket, rooms: readonly string[]): void {
  for (const room of [...socket.rooms]) {
    if (room !== socket.id && !rooms.includes(room)) void socket.leave(room);
  }
  void socket.join([...rooms]);
}
