import { packetText } from "#lab-kit/packet-text.ts";
import { defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import { connectionContract } from "./contract.ts";

interface Packet {
  type: string;
  data?: unknown;
}

/** Reports each Engine.IO packet of the reader's client, and acknowledges each `hello`. */
export const connectionServer = defineLabServer(connectionContract, (bench) => {
  const [you] = connectionContract.subjects;
  bench.io.engine.on("flush", (_: unknown, packets: readonly Packet[]) => {
    for (const { type, data } of packets) {
      bench.observe("server", { what: "packet-out", to: you, packet: packetText(type, data) });
    }
  });
  bench.io.engine.on("connection", (conn: NodeJS.EventEmitter) => {
    conn.on("packet", ({ type, data }: Packet) => {
      bench.observe("server", { what: "packet-in", from: you, packet: packetText(type, data) });
    });
  });
  bench.io.on("connection", (socket) => {
    socket.on("hello", (ack: unknown) => {
      if (typeof ack === "function") ack();
      bench.observe("server", { what: "returned", event: "hello" });
    });
  });
  return { handlers: {} };
});
