import type { Server as Engine, ServerOptions as EngineOptions } from "engine.io";
import { Server } from "socket.io";
import type { Adapter } from "socket.io-adapter";
import type { PacketName } from "../packet-name.ts";
import { ObservingAdapter } from "./observing-adapter.ts";
import { openEngine } from "./open-engine.ts";
import { boundedRecoveryAdapter } from "./recovery.ts";

/** What a lab may choose about its bench's Socket.IO server. */
export interface BenchIoOptions {
  /** Connection state recovery; off by default, as in Socket.IO. */
  recovery?: {
    maxDisconnectionMs: number;
    /** A client that is recovered goes past `io.use`; off by default, unlike in Socket.IO. */
    skipMiddlewares?: boolean;
    /** How often it looks for what is too old; each 60 s by default, as in Socket.IO. */
    lookEveryMs?: number;
  };
  /** The connections of its subjects go over lines, which can be cut and pulled. */
  hasLines?: boolean;
  /** How packets are named in observations; by their event, by default. */
  nameOf?: PacketName;
  engine?: Pick<EngineOptions, "pingInterval" | "pingTimeout" | "transports">;
  /** Several servers in place of one, behind a load balancer. */
  nodes?: NodesOptions;
}

/** The servers of one bench, and how their load balancer and their adapters work. */
export interface NodesOptions {
  /** At least 2, at most `mostNodes`. */
  count: number;
  /** Each client's requests go to one node; in turn to each node, by default. */
  isSticky?: boolean;
  /** Their adapters hand broadcasts on to each other; off by default, as in Socket.IO. */
  isClustered?: boolean;
}

export const mostNodes = 4;

/** Bounds that the host sets. */
export interface BenchIoBounds {
  subjectMessageBytes: number;
  recoveryBytes: number;
}

/** A Socket.IO server that belongs to one bench and to no HTTP server. */
export interface BenchIo {
  io: Server;
  engine: Engine;
  close(): Promise<void>;
}

/**
 * Makes the Socket.IO server of one bench. It is never attached to the HTTP server, since closing
 * an attached one closes the site with it; the host's dispatcher hands requests to `engine`.
 *
 * @param adapter in place of the one in memory; without effect when there is recovery
 */
export function openBenchIo(
  options: BenchIoOptions,
  bounds: BenchIoBounds,
  adapter: typeof Adapter = ObservingAdapter,
): BenchIo {
  const recovery =
    options.recovery && boundedRecoveryAdapter(bounds.recoveryBytes, options.recovery.lookEveryMs);
  const io = new Server({
    serveClient: false,
    adapter: recovery?.adapter ?? adapter,
    ...(options.recovery && {
      connectionStateRecovery: {
        maxDisconnectionDuration: options.recovery.maxDisconnectionMs,
        // Seats hold without middlewares; see `server/bench.ts`.
        skipMiddlewares: options.recovery.skipMiddlewares ?? false,
      },
    }),
  });
  const engine = openEngine({ ...options.engine, maxHttpBufferSize: bounds.subjectMessageBytes });
  io.bind(engine);
  return {
    io,
    engine,
    async close() {
      await io.close();
      recovery?.stop();
    },
  };
}
