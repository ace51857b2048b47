import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { connectionContract } from "./contract.ts";

/** Acknowledges each `hello` with the server's time since the bench was opened. */
export const connectionServer = defineLabServer(connectionContract, (bench) => {
  bench.io.on("connection", (socket) => {
    socket.on("hello", (ack: unknown) => {
      if (typeof ack === "function") ack();
      bench.observe("server", { what: "returned", event: "hello" });
      bench.flush();
    });
  });
  return { handlers: {} };
});
