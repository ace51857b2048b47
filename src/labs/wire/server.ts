import type { Socket } from "socket.io";
import type { z } from "zod";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import type { PlainSocket } from "#lab-kit/server/routes.ts";
import { fail, ok } from "#lib/result.ts";
import { type planSchema, wireContract } from "./contract.ts";
import { answer, argumentsOf, bounds, messageOf } from "./model.ts";

type Plan = z.output<typeof planSchema>;

const idle: Plan = { carries: "socket.io", text: "", extra: "none", bytes: "00" };

/** Hears what Ann says, on a bench whose wire is tapped, and speaks when it is told to. */
export const wireServer = defineLabServer(wireContract, (bench) => {
  let plan = idle;
  let plain: PlainSocket | undefined;
  // First of all, so that no connection comes up unheard.
  bench.tap(false);

  const hear = (name: unknown, last?: unknown) => {
    if (typeof last === "function") last(answer);
    // A client of another make may send any name; observations are held in memory.
    const event = String(name).slice(0, bounds.textLength);
    bench.observe("server", { what: "returned", event });
    bench.flushSoon();
  };
  bench.onServer((io) => {
    io.on("connection", (socket: Socket) => {
      socket.onAny((event: unknown, ...args: unknown[]) => hear(event, args.at(-1)));
    });
  });

  const speakPlainly = (): boolean => {
    plain?.send(messageOf(plan));
    return plain !== undefined;
  };
  const emit = (): boolean => {
    const ann = bench.subjects().get("Ann");
    ann?.emit(plan.text, ...argumentsOf(plan));
    return ann !== undefined;
  };
  return {
    handlers: {
      listen: (order) => {
        plan = order;
        bench.tap(true, "bytes-and-ends");
        return ok({});
      },
      speak: () => {
        const isSaid = plan.carries === "plain" ? speakPlainly() : emit();
        bench.flushSoon();
        return isSaid ? ok({}) : fail({ code: "nobody-there" as const });
      },
      rest: () => {
        bench.tap(false);
        return ok({});
      },
    },
    routes: {
      socket: {
        kind: "websocket",
        open: (socket) => {
          plain = socket;
          socket.onMessage(() => {
            bench.observe("server", {
              what: "received",
              event: "message",
              from: socket.who,
              wantsAck: false,
            });
            bench.flushSoon();
          });
          socket.onClose(() => {
            if (plain === socket) plain = undefined;
            bench.flushSoon();
          });
        },
      },
    },
  };
});
