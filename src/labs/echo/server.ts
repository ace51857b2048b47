import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { ok } from "#lib/result.ts";
import { echoContract } from "./contract.ts";

/** Says each `say` back to the client that sent it. */
export const echoServer = defineLabServer(echoContract, (bench) => {
  let times = 1;
  bench.io.on("connection", (socket) => {
    socket.on("say", (words: unknown) => {
      for (let said = 0; said < times; said += 1) socket.emit("said", words);
      bench.observe("server", { what: "returned", event: "say" });
      bench.flushSoon();
    });
  });
  return {
    handlers: {
      repeat: (order) => {
        times = order.times;
        return ok({});
      },
    },
  };
});
