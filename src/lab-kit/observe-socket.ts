import type { Socket } from "socket.io-client";
import type { Fact } from "./observation.ts";
import type { PacketName } from "./packet-name.ts";

/** Type of a packet that acknowledges. Source: Socket.IO protocol 5. */
const ackType = 3;

/** Sees what a client's socket does and gets, whether or not anybody listens for it. */
export function observeSocket(socket: Socket, see: (fact: Fact) => void, nameOf: PacketName): void {
  let idBefore: string | undefined;
  socket.on("connect", () => {
    const transport = socket.io.engine.transport.name;
    const { recovered, id } = socket;
    // Without recovery on the server the client leaves `recovered` undefined.
    const back = idBefore && { isRecovered: recovered === true, hasSameId: id === idBefore };
    see({ what: "connected", transport, ...(back && { back }) });
    idBefore = id;
  });
  socket.on("disconnect", (reason) => {
    see({ what: "disconnected", reason, willReturn: socket.active });
  });
  socket.on("connect_error", ({ message }) => {
    // The client tries again by itself, unless it was the server that refused it.
    if (!socket.active) see({ what: "refused", reason: message.slice(0, 200) });
  });
  // The client itself says nothing of an answer that nobody waits for.
  const { acks, nsp } = socket as unknown as { acks: Record<string, unknown>; nsp: string };
  socket.io.on("packet", (packet) => {
    const isAck = packet.type === ackType && packet.nsp === nsp;
    if (isAck && !(String(packet.id) in acks)) see({ what: "ack-late" });
  });
  const named =
    (what: "sent" | "arrived") =>
    (event: unknown, ...args: unknown[]) => {
      const name = nameOf(String(event), args);
      if (name !== undefined) see({ what, event: name });
    };
  socket.onAnyOutgoing(named("sent"));
  socket.onAny(named("arrived"));
}
