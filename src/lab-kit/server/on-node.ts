import type { IncomingMessage } from "node:http";
import type { Server } from "socket.io";
import type { WatchDeps } from "./watch.ts";

/** What the watch of one node needs: each fact says on which node it was. */
export const onNode = (deps: WatchDeps, node: number): WatchDeps => ({
  facts: {
    now: () => deps.facts.now(),
    observe: (where, fact, atMs) => deps.facts.observe(where, { ...fact, node }, atMs),
  },
  allowsEvent: (...asked) => deps.allowsEvent(...asked),
  guestMay: (...sent) => deps.guestMay(...sent),
  packetName: deps.packetName,
  left: (socket, who) => deps.left(socket, who),
});

interface ConnectionError {
  req: IncomingMessage & { _query?: { seat?: string } };
  code: number;
  message: string;
}

/** Sees what the engine of a node refuses to the bench's own clients, and why. */
export function watchRefusals(
  io: Server,
  { facts }: Pick<WatchDeps, "facts">,
  nameOf: (seat: string) => string | undefined,
): void {
  io.engine.on("connection_error", ({ req, code, message }: ConnectionError) => {
    const from = nameOf(req._query?.seat ?? "");
    if (from === undefined) return;
    facts.observe("server", { what: "request-refused", from, code, says: message });
  });
}
