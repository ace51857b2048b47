import type { ManagerOptions, Socket } from "socket.io-client";
import { attemptsAfter, type Settings, shortTimeoutMs, type TransportChoice } from "./model.ts";

type Options = Partial<Pick<ManagerOptions, "transports" | "tryAllTransports">>;

/** What each choice hands to `io()`. */
const optionsOf: Readonly<Record<TransportChoice, Options>> = {
  default: {},
  websocket: { transports: ["websocket"] },
  polling: { transports: ["polling"] },
  "websocket-first": { transports: ["websocket", "polling"] },
  "try-all": { transports: ["websocket", "polling"], tryAllTransports: true },
};

const usualTimeoutMs = 20_000;
const retryAfterMs = 200;

/** Sets a real client up for its next connection, as if it had been made with these options. */
export function setUp(socket: Socket, settings: Settings): void {
  const { io: manager } = socket;
  const { transports: _, tryAllTransports: __, ...others } = manager.opts;
  const { timeout, reconnectionAttempts, reconnectionDelay } = besideOf(settings);
  manager.opts = { ...others, ...optionsOf[settings.transports] };
  manager.timeout(timeout);
  manager.reconnectionAttempts(reconnectionAttempts);
  manager.reconnectionDelay(reconnectionDelay);
  manager.randomizationFactor(0);
}

/** What the lab sets beside the reader's choice, so that a run ends soon. */
export const besideOf = ({ websocket }: Pick<Settings, "websocket">) => ({
  timeout: websocket === "swallowed" ? shortTimeoutMs : usualTimeoutMs,
  reconnectionAttempts: attemptsAfter,
  reconnectionDelay: retryAfterMs,
});

/** The call that makes such a client, as one would write it. */
export function codeOf(choice: TransportChoice): string {
  const options = Object.entries(optionsOf[choice]).map(
    ([name, value]) => `${name}: ${JSON.stringify(value).replaceAll(",", ", ")}`,
  );
  return options.length === 0 ? "io()" : `io({ ${options.join(", ")} })`;
}
