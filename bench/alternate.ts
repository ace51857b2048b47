import { type ServerKind, type ServerProcess, startServer } from "./server-process.ts";

/** One value of each server. */
export type Both<Value> = Record<ServerKind, Value>;

/** Runs `measure` for both servers, one after the other; the one that goes first changes with `at`. */
export async function alternate<Value>(
  at: number,
  measure: (kind: ServerKind) => Promise<Value>,
): Promise<Both<Value>> {
  const order: ServerKind[] = at % 2 === 0 ? ["host", "bare"] : ["bare", "host"];
  const found: Partial<Both<Value>> = {};
  for (const kind of order) found[kind] = await measure(kind);
  return found as Both<Value>;
}

/** Starts both servers, hands them on, and stops them whatever happens. */
export async function withServers<Value>(
  work: (servers: Both<ServerProcess>) => Promise<Value>,
): Promise<Value> {
  const servers = { host: await startServer("host"), bare: await startServer("bare") };
  try {
    return await work(servers);
  } finally {
    await Promise.all([servers.host.stop(), servers.bare.stop()]);
  }
}
