import type { Socket } from "socket.io";

interface Pinging {
  sendPacket(type: "ping"): void;
}

/**
 * Whether the client at the other end is still there: asks for a heartbeat out of turn. A network
 * that broke without a word shows only after 45 seconds otherwise.
 */
export function answersPing({ conn }: Socket, withinMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isThere: boolean) => () => {
      clearTimeout(timer);
      conn.off("heartbeat", beat);
      conn.off("close", gone);
      resolve(isThere);
    };
    const beat = settle(true);
    const gone = settle(false);
    const timer = setTimeout(gone, withinMs);
    conn.once("heartbeat", beat);
    conn.once("close", gone);
    (conn as unknown as Pinging).sendPacket("ping");
  });
}
