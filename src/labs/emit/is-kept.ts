import type { Observation } from "#lab-kit/observation.ts";
import type { Settings } from "./model.ts";

/** What only a lab about the coming up of connections shows. */
const ofConnecting: readonly string[] = [
  "connect-failed",
  "upgrade-failed",
  "reconnecting",
  "gave-up",
];

/**
 * Whether an observation is a part of this lab's runs. Packets are where namespaces are used, since
 * they carry their names; heartbeats never.
 */
export function isKept(seen: Observation, { namespaces }: Pick<Settings, "namespaces">): boolean {
  if (ofConnecting.includes(seen.what)) return false;
  if (!isPacket(seen)) return true;
  return namespaces !== undefined && seen.packet.startsWith(message);
}

/** Whether it is about a packet of Engine.IO: such are in the log, but not drawn. */
export const isPacket = (
  seen: Observation,
): seen is Extract<Observation, { what: "packet-in" | "packet-out" }> =>
  seen.what === "packet-in" || seen.what === "packet-out";

/** Type of an Engine.IO packet that carries one of Socket.IO. */
const message = "4";
