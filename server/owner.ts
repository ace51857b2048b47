import type { Socket } from "socket.io";
import { ownerContract } from "#lab-kit/kit-contract.ts";
import { ok } from "#lib/result.ts";
import { type AttachDeps, attach } from "./attach.ts";
import type { OpenBench } from "./bench.ts";
import type { Benches } from "./benches.ts";

/** A page that lies open asks these without its reader: they are no use of the bench. */
const pageAsksByItself: ReadonlySet<unknown> = new Set(["bench-open", "bench-clock"]);

/** Commands of every bench, for the page that owns it. */
export function attachOwner(
  socket: Socket,
  bench: OpenBench,
  benches: Benches,
  deps: AttachDeps,
): void {
  socket.onAny((command: unknown) => {
    if (!pageAsksByItself.has(command)) bench.touch();
  });
  attach(
    socket,
    ownerContract,
    {
      "bench-open": () => ok({ seats: bench.seats }),
      "bench-clock": () => ok({ atMs: bench.now() }),
      "bench-invite": ({ open }) => {
        if (open) bench.link.open();
        else bench.link.end("uninvited");
        return ok({});
      },
      "bench-close": async () => {
        setImmediate(() => void benches.endOf(bench, "closed"));
        return ok({});
      },
    },
    deps,
  );
}
