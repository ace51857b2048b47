import type { NodeSocket, SocketCall } from "#lab-kit/observation.ts";
import type { Call, SocketName } from "./model.ts";

/** One call, as the server half hands it to the program. */
export interface Order {
  order: number;
  call: Call;
  on: SocketName;
  mayWait: boolean;
  text: string;
  backlog: number;
}

/** What the server half tells the program. */
export type Told = Order | { look: number };

/** Why a call was not made at all. */
export type Refusal = "no-socket" | "no-port" | "busy-socket";

/** What the program says. `port` is the one that this run is about. */
export type Said =
  | { called: SocketCall; atMs: number; port: number }
  | { waits: { call: Call; socket: SocketName; local?: number }; atMs: number }
  | { order: number; refused?: Refusal }
  | { look: number; sockets: NodeSocket[] };
