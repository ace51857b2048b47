import type { LanePoint } from "./lane-point.ts";
import type { Placed } from "./observation-links.ts";

/** What may happen on one lane without an arrow. */
export type MarkKind =
  | "buffered"
  | "dropped"
  | "ack-timed-out"
  | "returned"
  | "handled"
  | "no-listener"
  | "to-nobody"
  | "disconnected"
  | "connected"
  | "skipped";

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

const words = ({ observation }: Placed): [MarkKind, string] | undefined => {
  switch (observation.what) {
    case "buffered":
      return ["buffered", "buffered"];
    case "dropped":
      return ["dropped", `dropped: ${observation.reason}`];
    case "ack-timed-out":
      return ["ack-timed-out", observation.error];
    case "returned":
      return ["returned", "handler ends"];
    case "handled":
      return ["handled", "handled"];
    case "disconnected":
      return ["disconnected", "disconnected"];
    case "skipped":
      return ["skipped", `${observation.count} more not kept`];
    case "connected":
      return ["connected", "connected"];
    case "written":
      return observation.write.recipients.length === 0 ? ["to-nobody", "to nobody"] : undefined;
    default:
      return undefined;
  }
};

const markOf = (item: Placed, later: readonly Placed[]): PlacedMark[] => {
  if (item.observation.what === "arrived")
    return isHandled(item, later) ? [] : [{ item, kind: "no-listener", text: "no listener" }];
  const found = words(item);
  return found ? [{ item, kind: found[0], text: found[1] }] : [];
};

/** The marks of a run, in its order. An arrival that no listener took is one of them. */
export const marksOf = (placed: readonly Placed[]): PlacedMark[] =>
  placed.flatMap((item, index) => markOf(item, placed.slice(index + 1)));
