import type { Observation } from "#lab-kit/observation.ts";
import type { Placed } from "./observation-links.ts";

/**
 * Ends of connections that the server noticed only when their client had a new one. They say nothing
 * of the client, which is connected. Both sides count its breaks alike, so that the server's word on
 * one is late when the client has come back from it already.
 */
export function ghostEnds(placed: readonly Placed[]): ReadonlySet<Observation> {
  const ends = new Set<Observation>();
  const lanes = Map.groupBy(placed, ({ observation }) => observation.where);
  for (const own of lanes.values()) {
    const breaks = (clock: "page" | "server") =>
      own.filter(({ observation: o }) => o.what === "disconnected" && o.clock === clock);
    const here = breaks("page");
    for (const [index, there] of breaks("server").entries()) {
      const isBack = own.some(
        ({ observation: o, drawMs }) =>
          o.what === "connected" &&
          o.clock === "page" &&
          drawMs > (here[index]?.drawMs ?? Number.POSITIVE_INFINITY) &&
          drawMs < there.drawMs,
      );
      if (isBack) ends.add(there.observation);
    }
  }
  return ends;
}
