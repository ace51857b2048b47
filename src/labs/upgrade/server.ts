import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { ok } from "#lib/result.ts";
import { upgradeContract } from "./contract.ts";
import { fence } from "./is-complete.ts";
import { pingIntervalMs } from "./model.ts";

/** Blocks WebSocket or not, taps Ann's connections, and acknowledges each `hello`. */
export const upgradeServer = defineLabServer(upgradeContract, (bench) => {
  // Before any connection comes: a WebSocket is tapped if its bench was ever to be tapped.
  bench.tap(false);
  bench.io.on("connection", (socket) => {
    socket.on("hello", (ack: unknown) => {
      if (typeof ack === "function") ack("hello, Ann");
      bench.observe("server", { what: "returned", event: "hello" });
      bench.flushSoon();
    });
  });
  return {
    handlers: {
      prepare: ({ websocket, isHeartbeatShort }) => {
        const { short, usual } = pingIntervalMs;
        bench.io.engine.opts.pingInterval = isHeartbeatShort ? short : usual;
        bench.treatUpgrades(websocket);
        bench.tap(true);
        // What belongs to an earlier run is told before this one begins.
        bench.flush();
        return ok({});
      },
      fence: () => {
        bench.tap(false);
        bench.observe("server", { what: "returned", event: fence });
        bench.flush();
        return ok({});
      },
    },
  };
});
