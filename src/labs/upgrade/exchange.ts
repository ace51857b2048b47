import type { OnTheWire } from "#lab-kit/observation.ts";

/** One Engine.IO packet, and when it passed the server's socket. */
export interface Packet {
  way: OnTheWire["way"];
  text: string;
  atMs: number;
}

/**
 * One request and its response, as they passed the server's socket; a WebSocket belongs to the
 * exchange of its upgrade. Times are on the server's clock.
 */
export interface Exchange {
  /** Unique in a run. */
  id: string;
  method: string;
  transport: "polling" | "websocket";
  /** The letters that are shown of the session's id; absent in a request for a new session. */
  session?: string;
  sentMs: number;
  /** Absent while there is no answer. */
  answer?: { status: number; atMs: number };
  packets: Packet[];
}

/** Whether the server has agreed to a WebSocket. */
export const isUpgraded = ({ answer }: Pick<Exchange, "answer">): boolean => answer?.status === 101;

/** A poll that the server has not answered yet. */
export const isPending = ({ method, transport, answer }: Exchange): boolean =>
  method === "GET" && transport === "polling" && !answer;
