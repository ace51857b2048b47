import type { Socket as EngineSocket } from "engine.io";
import { allowsPerSecond } from "#lab-kit/server/rate.ts";
import type { OpenBench } from "./bench.ts";
import { seatOfSession } from "./session-seat.ts";

/** Listens to the Engine.IO packets of sessions, of every kind. */
export type PacketLimit = (this: EngineSocket) => void;

/** Cuts off the session by which packets come faster than `perSecond`. */
export function packetLimit(perSecond: number): PacketLimit {
  const allows = allowsPerSecond(perSecond);
  return function () {
    if (!allows()) this.close(true);
  };
}

/**
 * One limit for all sessions of a bench's own clients, since one for each would be a fiftieth of
 * what an idle connection takes; and one for the guest's, so that it cannot use up the owner's.
 */
export function packetLimitsOf(bench: OpenBench, perSecond: number) {
  let ofOwner: PacketLimit | undefined;
  let ofGuest: PacketLimit | undefined;
  return (session: EngineSocket): PacketLimit => {
    if (bench.link.holds(seatOfSession(session))) {
      ofGuest ??= packetLimit(perSecond);
      return ofGuest;
    }
    ofOwner ??= packetLimit(perSecond);
    return ofOwner;
  };
}
