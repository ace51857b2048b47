import {
  type FaultName,
  mainNamespace,
  namespaceOf,
  type Observation,
  type SocketCall,
} from "#lab-kit/observation.ts";
import { ghostEnds } from "./ghost-ends.ts";
import type { LanePoint } from "./lane-point.ts";
import type { MarkKind } from "./mark-kinds.ts";
import type { Placed } from "./observation-links.ts";
import { withOwnWords } from "./own-word.ts";

/** Something that happened on one lane. */
export interface Mark extends LanePoint {
  kind: MarkKind;
  /** For the reader, two or three words. */
  text: string;
}

interface PlacedMark {
  item: Placed;
  kind: MarkKind;
  text: string;
}

/** A listener runs at once, so its call is the next thing that lane sees of the event. */
const isHandled = ({ observation }: Placed, later: readonly Placed[]): boolean => {
  if (observation.what !== "arrived") return false;
  const { event, where } = observation;
  const next = later.find(
    ({ observation: other }) =>
      other.where === where &&
      (other.what === "arrived" || other.what === "handled") &&
      other.event === event,
  );
  return next?.observation.what === "handled";
};

const faultTexts: Readonly<Record<FaultName, string>> = {
  cut: "cut",
  pulled: "cable pulled",
  stranded: "connection dead",
  plugged: "network back",
  "given-up": "gives up",
  kicked: "kicked",
  restarted: "restarted",
};

const listenerText = (times: number): string =>
  ["no listener now", "listens now"][times] ?? `${times} listeners now`;

/** A socket that begins or fails is news; the rest of its calls is told by arrows. */
const callMark = ({ call, error, local }: SocketCall): [MarkKind, string] | undefined => {
  if (error !== undefined) return ["call-failed", `${call}(): ${error}`];
  if (call !== "listen" && call !== "connect" && call !== "close") return undefined;
  return ["called", local === undefined ? `${call}()` : `${call}(): port ${local}`];
};

const wordsOf = ({ observation: o }: Placed): [MarkKind, string] | undefined => {
  const namespace = namespaceOf(o);
  if (o.what === "connected" && namespace !== mainNamespace) return [o.what, `joins ${namespace}`];
  if (o.what === "disconnected" && namespace !== mainNamespace)
    return [o.what, `leaves ${namespace}`];
  if (o.what === "fault") return [o.fault === "plugged" ? "mended" : "fault", faultTexts[o.fault]];
  if (o.what === "refused") return [o.what, `refused: ${o.reason}`];
  if (o.what === "listening") return [o.what, listenerText(o.times)];
  if (o.what === "forgot") return [o.what, "forgets what it kept"];
  if (o.what === "dropped") return ["dropped", `dropped: ${o.reason}`];
  if (o.what === "ack-late") return [o.what, "too late: ignored"];
  if (o.what === "ack-timed-out") return [o.what, o.error];
  if (o.what === "upgraded") return [o.what, `now on ${o.transport}`];
  if (o.what === "socket-called") return callMark(o);
  if (o.what === "skipped") return [o.what, `${o.count} more not kept`];
  if (o.what === "returned") return [o.what, "finished"];
  if (o.what === "written" && o.write.recipients.length === 0) return ["to-nobody", "to nobody"];
  const isPlain =
    o.what === "buffered" ||
    o.what === "handled" ||
    o.what === "connected" ||
    o.what === "disconnected";
  return isPlain ? [o.what, o.what] : undefined;
};

const markOf = (
  item: Placed,
  later: readonly Placed[],
  ghosts: ReadonlySet<Observation>,
): PlacedMark[] => {
  if (ghosts.has(item.observation))
    return [{ item, kind: "ghost-end", text: "server drops the old socket" }];
  if (item.observation.what === "arrived")
    return isHandled(item, later) ? [] : [{ item, kind: "no-listener", text: "no listener" }];
  const found = wordsOf(item);
  return found ? [{ item, kind: found[0], text: found[1] }] : [];
};

const isConnection = ({ kind }: PlacedMark): boolean =>
  kind === "connected" || kind === "upgraded" || kind === "disconnected";

/** Both sides tell of a connection; its second word is no news. */
const isNews = (mark: PlacedMark, before: readonly PlacedMark[]): boolean => {
  const { observation } = mark.item;
  const last = before.findLast(
    (other) =>
      isConnection(other) &&
      other.item.observation.where === observation.where &&
      namespaceOf(other.item.observation) === namespaceOf(observation),
  );
  return !isConnection(mark) || last?.kind !== mark.kind;
};

/** The marks of a run, in its order. An arrival that no listener took is one of them. */
export const marksOf = (placed: readonly Placed[]): PlacedMark[] => {
  const ghosts = ghostEnds(placed);
  const told = withOwnWords(placed);
  return told
    .flatMap((item, index) => markOf(item, told.slice(index + 1), ghosts))
    .filter((mark, index, marks) => isNews(mark, marks.slice(0, index)));
};
