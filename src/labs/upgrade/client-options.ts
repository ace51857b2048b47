import type { ManagerOptions, Socket } from "socket.io-client";
import { attemptsAfter, type Settings, shortTimeoutMs, type TransportChoice } from "./model.ts";

type Options = Pick<ManagerOptions, "transports" | "tryAllTransports">;

/** What each choice hands to `io()`. */
const optionsOf: Readonly<Record<TransportChoice, Partial<Options>>> = {
  default: {},
  websocket: { transports: ["websocket"] },
  polling: { transports: ["polling"] },
  "websocket-first": { transports: ["websocket", "polling"] },
  "try-all": { transports: ["websocket", "polling"], tryAllTransports: true },
};

const usualTimeoutMs = 20_000;
const retryAfterMs = 200;

/** Sets a real client up for its next connection, as if it had been made with these options. */
export function setUp(socket: Socket, { transports, websocket }: Settings): void {
  const { io: manager } = socket;
  const { transports: _, tryAllTransports: __, ...others } = manager.opts;
  manager.opts = { ...others, ...optionsOf[transports] };
  manager.timeout(websocket === "swallowed" ? shortTimeoutMs : usualTimeoutMs);
  manager.reconnectionAttempts(attemptsAfter);
  manager.reconnectionDelay(retryAfterMs);
  manager.randomizationFactor(0);
}

/** The line that makes such a client. */
export const codeOf: Readonly<Record<TransportChoice, string>> = {
  default: "io()",
  websocket: 'io({ transports: ["websocket"] })',
  polling: 'io({ transports: ["polling"] })',
  "websocket-first": 'io({ transports: ["websocket", "polling"] })',
  "try-all": 'io({ transports: ["websocket", "polling"], tryAllTransports: true })',
};
