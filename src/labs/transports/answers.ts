import { laneNames, type Transport, transports } from "./model.ts";
import { isOver, laneFacts, meanMs, type SeenRun } from "./run-facts.ts";
import { visits } from "./visitors.ts";

/** Lanes that took part in a run: those that made a request. */
export const lanesIn = (run: SeenRun): Transport[] =>
  transports.filter((lane) => laneFacts(run, laneNames[lane]).requests > 0);

/** Ids of the lanes with the fewest requests: polling, long-polling, events, websocket. */
function fewestRequests(run: SeenRun): string[] {
  const lanes = isOver(run) ? lanesIn(run) : [];
  const requestsOf = (lane: Transport) => laneFacts(run, laneNames[lane]).requests;
  const fewest = Math.min(...lanes.map(requestsOf));
  return lanes.length < 2 ? [] : lanes.filter((lane) => requestsOf(lane) === fewest);
}

/** The lane that was told latest, on average. */
function latest(run: SeenRun): string[] {
  const lanes = isOver(run) ? lanesIn(run) : [];
  const delayOf = (lane: Transport) => meanMs(laneFacts(run, laneNames[lane]).delays) ?? 0;
  const [last] = lanes.toSorted((one, other) => delayOf(other) - delayOf(one));
  return lanes.length < 2 || last === undefined ? [] : [last];
}

/** Who got through while six streams were open: fetch, websocket, or nobody. */
function stillWorks(run: SeenRun): string[] {
  const seen = isOver(run) ? visits(run) : [];
  if (seen.length < 2) return [];
  const through = seen.filter(({ isThrough }) => isThrough).map(({ visitor }) => visitor);
  return through.length > 0 ? through : ["nobody"];
}

/** Turns a run into answer keys: question to the ids of the options that came true. */
export const answers: Readonly<
  Record<"fewestRequests" | "latest" | "stillWorks", (run: SeenRun) => string[]>
> = { fewestRequests, latest, stillWorks };
