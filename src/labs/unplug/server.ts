import type { Server, Socket } from "socket.io";
import type { z } from "zod";
import type { BenchIoOptions } from "#lab-kit/server/bench-io.ts";
import { type Bench, defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import type { Line } from "#lab-kit/server/line.ts";
import { fail, ok } from "#lib/result.ts";
import { call as emitNews } from "./calls/server/news.ts";
import { call as replay } from "./calls/server/replay.ts";
import { type renewSchema, unplugContract } from "./contract.ts";
import {
  type ClientName,
  clientNames,
  fenceEvent,
  listenerOf,
  mostNumbers,
  packetName,
  type RecoveryId,
  times,
} from "./model.ts";
import { orderListeners } from "./server-calls.ts";
import { Shop } from "./shop.ts";

type Plan = z.output<typeof renewSchema>;

const recoveries: Readonly<Record<RecoveryId, BenchIoOptions["recovery"]>> = {
  off: undefined,
  on: { maxDisconnectionMs: times.recoveryMs, skipMiddlewares: true },
  checked: { maxDisconnectionMs: times.recoveryMs, skipMiddlewares: false },
  brief: {
    maxDisconnectionMs: times.briefRecoveryMs,
    lookEveryMs: times.briefLookMs,
    skipMiddlewares: true,
  },
};

const optionsOf = ({ recovery }: Plan): BenchIoOptions => {
  const chosen = recoveries[recovery];
  return chosen ? { recovery: chosen } : {};
};

const observedFaults = {
  cut: "cut",
  pull: "pulled",
  strand: "stranded",
  plug: "plugged",
  kick: "kicked",
} as const;

/** The server half of the unplug lab. */
export const unplugServer = defineLabServer(
  unplugContract,
  (bench) => {
    let plan: Plan = { recovery: "off", answers: "at-once", isIdempotent: false };
    let newest = 0;
    let isRestarting = false;
    const banned = new Set<string>();
    const shop = new Shop(bench, () => orderListeners[listenerOf(plan)]);
    bench.onServer((io) => admit(io, bench, banned));
    bench.onServer((io) =>
      io.on("connection", (socket) => {
        replayTo(socket, () => newest);
        watchPings(socket, bench);
        socket.on("order", (order, ack) => shop.order(order, ack));
        socket.on(fenceEvent, (ack) => typeof ack === "function" && ack());
      }),
    );

    const restart = async () => {
      isRestarting = true;
      try {
        await bench.restart(optionsOf(plan));
      } finally {
        isRestarting = false;
      }
    };

    const kick = (who: ClientName) => {
      banned.add(who);
      for (const socket of bench.io.sockets.sockets.values())
        if (bench.whoIs(socket) === who) socket.disconnect();
    };

    return {
      handlers: {
        renew: async (asked) => {
          if (isRestarting) return fail({ code: "busy" as const });
          plan = asked;
          newest = 0;
          banned.clear();
          shop.forget();
          for (const who of clientNames) plugAnew(bench.line(who));
          await restart();
          bench.flush();
          return ok({});
        },
        news: ({ times: asked }) => {
          if (newest + asked > mostNumbers) return fail({ code: "used-up" as const });
          for (let sent = 0; sent < asked; sent += 1) {
            newest += 1;
            bench.observe("server", { what: "emitted", event: `news ${newest}` });
            emitNews({ io: bench.io, number: newest });
          }
          bench.flushSoon();
          return ok({});
        },
        fault: ({ fault, who }) => {
          bench.observe(who, { what: "fault", fault: observedFaults[fault] });
          if (fault === "kick") kick(who);
          else bench.line(who)?.[fault]();
          // The page is to know of it before it goes on.
          bench.flush();
          return ok({});
        },
        restart: async () => {
          if (isRestarting) return fail({ code: "busy" as const });
          bench.observe("server", { what: "fault", fault: "restarted" });
          await restart();
          return ok({});
        },
        report: () => {
          bench.flush();
          return ok({});
        },
      },
    };
  },
  {
    hasLines: true,
    nameOf: packetName,
    engine: {
      transports: ["websocket"],
      pingInterval: times.pingIntervalMs,
      pingTimeout: times.pingTimeoutMs,
    },
  },
);

/** The middleware under study: it keeps out whom the server has thrown out. */
function admit(io: Server, bench: Bench, banned: ReadonlySet<string>): void {
  io.use((socket, next) => {
    const who = bench.whoIs(socket) ?? "";
    const isLetIn = !banned.has(who);
    bench.observe(who, { what: "checked", isLetIn });
    next(isLetIn ? undefined : new Error("banned"));
  });
}

/** Sends the news after the last that this client says it had. */
function replayTo(socket: Socket, newest: () => number): void {
  const { last } = socket.handshake.auth;
  if (Number.isInteger(last) && last >= 0) replay({ socket, last, newest: newest() });
}

/** A heartbeat that goes into a pulled cable: the one to wait for in a run about it. */
function watchPings(socket: Socket, bench: Bench): void {
  const { conn } = socket;
  const created = ({ type }: { type: string }): void => {
    const who = bench.whoIs(socket);
    if (type === "ping" && who && bench.line(who)?.isOut) bench.observe(who, { what: "pinged" });
  };
  conn.on("packetCreate", created);
  socket.once("disconnect", () => conn.off("packetCreate", created));
}

/** Nothing that was held or waits may reach the next run. */
function plugAnew(line: Line | undefined): void {
  line?.cut();
  line?.plug();
}
