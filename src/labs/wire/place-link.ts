import type { Chosen } from "./wire-lab.ts";

const PLACE = /^#(?:message-(\d{1,3})-)?(?:byte-(\d{1,5})|field-([a-z0-9.-]{1,60}))$/;

/**
 * The place that a link's fragment names: `#byte-17`, `#field-websocket.opcode`, or the same in
 * another message than the one that the run is about, `#message-2-byte-17`.
 */
export function placeIn(hash: string): Chosen | undefined {
  const match = PLACE.exec(hash);
  if (!match) return undefined;
  const [, message, at, field] = match;
  return {
    ...(message !== undefined && { message: Number(message) }),
    ...(at !== undefined && { at: Number(at) }),
    ...(field !== undefined && { field }),
  };
}

/** The fragment of a link to a place; empty when none is chosen. */
export function hashOf({ message, at, field }: Chosen): string {
  const place = field !== undefined ? `field-${field}` : at !== undefined ? `byte-${at}` : "";
  if (place === "") return "";
  return message === undefined ? `#${place}` : `#message-${message}-${place}`;
}
