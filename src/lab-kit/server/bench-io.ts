import type { Server as Engine, ServerOptions as EngineOptions } from "engine.io";
import { Server } from "socket.io";
import { ObservingAdapter } from "./observing-adapter.ts";
import { openEngine } from "./open-engine.ts";
import { boundedRecoveryAdapter } from "./recovery.ts";

/** What a lab may choose about its bench's Socket.IO server. */
export interface BenchIoOptions {
  /** Connection state recovery; off by default, as in Socket.IO. */
  recovery?: { maxDisconnectionMs: number };
  engine?: Pick<EngineOptions, "pingInterval" | "pingTimeout" | "transports">;
}

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
 */
export function openBenchIo(options: BenchIoOptions, bounds: BenchIoBounds): BenchIo {
  const recovery = options.recovery && boundedRecoveryAdapter(bounds.recoveryBytes);
  const io = new Server({
    serveClient: false,
    adapter: recovery?.adapter ?? ObservingAdapter,
    ...(options.recovery && {
      connectionStateRecovery: {
        maxDisconnectionDuration: options.recovery.maxDisconnectionMs,
        // The bench looks at the seat in a middleware, also when a client comes back.
        skipMiddlewares: false,
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
