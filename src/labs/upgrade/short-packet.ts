const longest = 22;

/** A packet short enough for a mark: what is in braces is left out, and long ones are cut. */
export function shortPacket(text: string): string {
  const bare = text.replace(/\{.*\}$/, "{…}");
  return bare.length > longest ? `${bare.slice(0, longest - 1)}…` : bare;
}
