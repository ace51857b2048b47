import type { Mask, Observation } from "./observation.ts";

/** Letters of a session id that stay, so that one can be told from another. */
export const keptLetters = 4;

/** A session id in an address, and in the answer that hands it out. */
const SESSION_ID = /(?<=[?&]sid=|"(?:sid|pid)":")[\w-]{5,40}/g;

/**
 * The observation with all but the first letters of each session id overwritten by asterisks, at
 * equal length: who has a whole id could take part in the session.
 */
export function withoutSessionIds(seen: Observation): Observation {
  if (seen.what !== "tapped") return seen;
  const masked: Mask[] = [];
  const text = atob(seen.bytes).replace(SESSION_ID, (sid, at: number) => {
    masked.push({ from: at + keptLetters, to: at + sid.length, why: "key" });
    return sid.slice(0, keptLetters).padEnd(sid.length, "*");
  });
  if (masked.length === 0) return seen;
  const all = [...seen.masked, ...masked].toSorted((a, b) => a.from - b.from);
  return { ...seen, bytes: btoa(text), masked: all };
}
