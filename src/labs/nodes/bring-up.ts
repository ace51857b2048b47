import type { Socket } from "socket.io-client";
import { until } from "#lab-kit/until.ts";
import { mostSessions, type TransportChoice } from "./model.ts";

const retryAfterMs = 100;
const timeoutMs = 2000;
const upgradeWithinMs = 2000;
const longestMs = 6000;

/** Sets a real client up as if it had been made with these options. */
function setUp({ io: manager }: Socket, transports: TransportChoice): void {
  const { transports: _, ...others } = manager.opts;
  manager.opts = { ...others, ...(transports === "websocket" && { transports: ["websocket"] }) };
  manager.timeout(timeoutMs);
  manager.reconnectionDelay(retryAfterMs);
  manager.randomizationFactor(0);
}

/**
 * Lets one client connect, and try again by itself as often as it may. Done when it is connected
 * for good, or has been stopped.
 */
export async function bringUp(socket: Socket, transports: TransportChoice): Promise<void> {
  setUp(socket, transports);
  let failures = 0;
  let isStopped = false;
  const failed = (): void => {
    failures += 1;
    if (failures < mostSessions) return;
    isStopped = true;
    socket.disconnect();
  };
  let isUpgradeOver = false;
  const noteUpgrade = (): void => {
    const { engine } = socket.io;
    isUpgradeOver = engine.transport.name !== "polling";
    engine.once("upgrade", over).once("upgradeError", over);
  };
  const over = (): void => {
    isUpgradeOver = true;
  };
  socket.io.on("error", failed);
  socket.once("connect", noteUpgrade);
  socket.connect();
  await until(() => isStopped || socket.connected, longestMs);
  await until(() => isStopped || isUpgradeOver, upgradeWithinMs);
  socket.io.off("error", failed);
  socket.off("connect", noteUpgrade);
}
