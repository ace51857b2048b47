import type { Socket } from "socket.io";
import { type GuestFact, guestContract } from "#lab-kit/kit-contract.ts";
import type { Fact, Observation } from "#lab-kit/observation.ts";
import { allowsPerSecond } from "#lab-kit/server/rate.ts";
import { fail, ok } from "#lib/result.ts";
import { attach } from "./attach.ts";
import type { OpenBench } from "./bench.ts";
import type { Limits } from "./limits.ts";
import type { Log } from "./log.ts";

/**
 * Commands of a guest: take its seat, read the clock, report what its own client saw. Any command
 * of the owner or of the lab is answered with `not-owner`.
 */
export function attachGuest(socket: Socket, bench: OpenBench, limits: Limits, log: Log): void {
  if (bench.link.admits() !== "welcome") {
    socket.disconnect(true);
    return;
  }
  bench.link.attach(socket);
  refuseOthers(socket);
  attach(
    socket,
    guestContract,
    {
      "guest-open": () => {
        const who = bench.lab.contract.guest;
        if (!who) return fail({ code: "gone" as const });
        const shared = { ...bench.link.shared } as Record<string, unknown>;
        return ok({ who, seat: bench.link.seat, shared });
      },
      "guest-clock": () => ok({ atMs: bench.now() }),
      "guest-report": ({ offsetMs, errorMs, facts }) => {
        bench.pass(facts.map((fact) => observationOf(fact, bench)));
        bench.notifyGuestClock({ offsetMs, errorMs });
        return ok({});
      },
    },
    { allows: allowsPerSecond(limits.commandsPerSecond), log },
  );
}

function refuseOthers(socket: Socket): void {
  const known = new Set(Object.keys(guestContract.commands));
  socket.onAny((event: string, ...args: unknown[]) => {
    const reply = args.at(-1);
    if (!known.has(event) && typeof reply === "function") reply(fail({ code: "not-owner" }));
  });
}

/** A guest's page names no event: it is the one that the bench shares. */
function observationOf(fact: GuestFact, bench: OpenBench): Observation {
  const { what, seq, atMs } = fact;
  const where = bench.lab.contract.guest ?? "guest";
  return { ...factOf(what, bench.half.guest?.event() ?? ""), seq, atMs, clock: "guest", where };
}

function factOf(what: GuestFact["what"], event: string): Fact {
  return what === "ack-received" ? { what, answer: "" } : { what, event };
}
