import type { Socket as EngineSocket } from "engine.io";

type EngineRequest = EngineSocket["request"] & { _query: { seat?: string } };

/** The seat that a session's first request named; empty, if none. */
export const seatOfSession = ({ request }: EngineSocket): string =>
  (request as EngineRequest)._query.seat ?? "";
