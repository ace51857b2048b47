import { isDeepStrictEqual } from "node:util";
import type { Namespace, Socket } from "socket.io";
import type { z } from "zod";
import { inNamespace, mainNamespace } from "#lab-kit/observation.ts";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { fail, ok } from "#lib/result.ts";
import type { HandlerCall, Middleware, ServerCall } from "./call.ts";
import { admit as admitStaff } from "./calls/middleware/staff.ts";
import { type armSchema, emitContract } from "./contract.ts";
import {
  guestName,
  namespaces,
  otherNamespaces,
  readPayload,
  type ServerCallId,
  targetNamespace,
} from "./model.ts";
import { actingCalls, handlerCalls } from "./server-calls.ts";

/** What the next event meets: its name and data, and what the listener does with it. */
type Armed = Omit<z.output<typeof armSchema>, "payload"> & { data: unknown };

/** The calls that a bench can make; a test may pass broken ones and see itself fail. */
export interface Calls {
  handler: Readonly<Record<ServerCallId, HandlerCall>>;
  acting: Readonly<Partial<Record<ServerCallId, ServerCall>>>;
  /** Whom the namespace `/staff` lets in. */
  admit?: Middleware;
}

/** The one listener of each socket, so that another can take its place. */
const listeners = new WeakMap<Socket, { event: string; listener: (...args: unknown[]) => void }>();

/** The server half of the emit lab, made with the calls given. */
export const emitServerWith = (calls: Calls) =>
  defineLabServer(emitContract, (bench) => {
    let armed: Armed | undefined;
    const handle =
      (
        socket: Socket,
        { event, room, serverCall, namespace }: Armed,
        call = calls.handler[serverCall],
      ) =>
      (...args: unknown[]) => {
        const last = args.at(-1);
        const ack = typeof last === "function" ? (last as (answer: unknown) => void) : undefined;
        const data = ack && args.length === 1 ? undefined : args[0];
        call({ io: bench.io, namespace, socket, event, data, ack, room });
        bench.observe("server", inNamespace(namespace, { what: "returned", event }));
        bench.flushSoon();
      };

    const listen = (socket: Socket) => {
      const older = listeners.get(socket);
      if (older) socket.off(older.event, older.listener);
      if (armed?.namespace !== socket.nsp.name) return;
      const listener = handle(socket, armed);
      listeners.set(socket, { event: armed.event, listener });
      socket.on(armed.event, listener);
    };

    const seat = (who: string, socket: Socket) => {
      const isChosen = armed?.namespace === socket.nsp.name;
      seatIn(socket, (isChosen && armed?.rooms[who as keyof Armed["rooms"]]) || []);
    };

    const prepare = (namespace: Namespace) => {
      const { name } = namespace;
      if (name === "/staff") namespace.use(calls.admit ?? admitStaff);
      namespace.on("connection", (socket) => {
        listen(socket);
        seat(nameOf(bench.subjects(name), socket), socket);
      });
    };
    prepare(bench.io.of(mainNamespace));
    bench.io.on("new_namespace", prepare);
    /** The others are opened when a page asks for them: they cost memory, and few runs have any. */
    let hasNamespaces = false;

    return {
      handlers: {
        arm: ({ payload, ...plan }) => {
          const data = readPayload(payload);
          armed = { ...plan, data: data.ok ? data.value : undefined };
          for (const [who, socket] of namespaces.flatMap((name) => [...bench.subjects(name)])) {
            listen(socket);
            seat(who, socket);
          }
          const { event, serverCall, room, namespace } = armed;
          bench.share({ event, payload, serverCall, room, namespace });
          return ok({});
        },
        namespaces: () => {
          if (!hasNamespaces)
            bench.io.of((name, _, next) => next(null, isOneOf(otherNamespaces, name)));
          hasNamespaces = true;
          return ok({});
        },
        act: () => {
          if (!armed) return fail({ code: "not-armed" as const });
          const { event, room, serverCall, data, namespace } = armed;
          const call = calls.acting[serverCall];
          if (!call) return fail({ code: "needs-client" as const });
          const target = targetNamespace(serverCall, namespace);
          bench.observe("server", inNamespace(target, { what: "emitted", event }));
          call({ io: bench.io, namespace, event, room, data });
          bench.observe("server", inNamespace(target, { what: "returned", event }));
          bench.flushSoon();
          return ok({});
        },
      },
      guest: {
        event: () => armed?.event ?? "",
        may: (event, args, namespace) =>
          armed?.namespace === namespace &&
          event === armed.event &&
          isDeepStrictEqual(args, asArrived([armed.data])),
      },
    };
  });

/** The server half of the emit lab. */
export const emitServer = emitServerWith({ handler: handlerCalls, acting: actingCalls });

/** What JSON makes of arguments on their way: `undefined` arrives as `null`. */
const asArrived = (args: unknown[]): unknown => JSON.parse(JSON.stringify(args));

const isOneOf = (names: readonly string[], name: string): boolean => names.includes(name);

/** The guest's socket is nobody else's. */
const nameOf = (subjects: ReadonlyMap<string, Socket>, socket: Socket): string =>
  [...subjects].find(([, subject]) => subject === socket)?.[0] ?? guestName;

/** Puts a socket in exactly these rooms, beside the one of its own id. */
function seatIn(socket: Socket, rooms: readonly string[]): void {
  for (const room of [...socket.rooms]) {
    if (room !== socket.id && !rooms.includes(room)) void socket.leave(room);
  }
  void socket.join([...rooms]);
}
