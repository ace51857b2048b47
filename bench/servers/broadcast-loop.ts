import type { Server } from "socket.io";

const perTurn = 50;

/** Broadcasts `count` events, fifty in a turn of the event loop, then one named `end`. */
export function broadcastLoop(io: Server, count: number): void {
  let sent = 0;
  const turn = () => {
    for (let inTurn = 0; inTurn < perTurn && sent < count; inTurn += 1) {
      io.emit("tick", { n: sent, text: "forty bytes of payload, more or less" });
      sent += 1;
    }
    if (sent < count) setImmediate(turn);
    else io.emit("end");
  };
  turn();
}
