import type { Observation } from "#lab-kit/observation.ts";

/** A frame as it is now, with all that is known of its way. */
export interface ShownFrame {
  number: number;
  /** Who sent it last: Ann, or the router. */
  from: "Ann" | "router";
  to: string;
  bytes: Uint8Array;
  /** Number of the frame that the router made it of. */
  of?: number;
  /** As it left Ann, before any change by hand. */
  original?: Uint8Array;
}

/** A packet that went no further. */
export interface Discarded {
  number: number;
  why: string;
  reason: string;
}

/** What the facts of a run come to. */
export interface ShownRoute {
  frames: ShownFrame[];
  discarded: Discarded[];
}

/** The frames of a run as they stand after its last fact. A change by hand makes what came of a frame void. */
export function shownRoute(observations: readonly Observation[]): ShownRoute {
  let route: ShownRoute = { frames: [], discarded: [] };
  for (const seen of observations) {
    if (seen.what === "discarded") {
      const { number, why, reason } = seen;
      route = { ...route, discarded: [...route.discarded, { number, why, reason }] };
    }
    if (seen.what === "framed") route = withFrame(route, seen);
  }
  return route;
}

type Framed = Extract<Observation, { what: "framed" }>;

function withFrame(route: ShownRoute, seen: Framed): ShownRoute {
  const { number, to, of } = seen;
  const bytes = bytesOf(seen.bytes);
  const before = route.frames.find((frame) => frame.number === number);
  if (!before) {
    const frame: ShownFrame = { number, from: of === undefined ? "Ann" : "router", to, bytes };
    return { ...route, frames: [...route.frames, of === undefined ? frame : { ...frame, of }] };
  }
  const edited = { ...before, bytes, original: before.original ?? before.bytes };
  const left = route.frames.filter((frame) => frame.of === undefined);
  const frames = before.of === undefined ? left : route.frames;
  return {
    frames: frames.map((frame) => (frame.number === number ? edited : frame)),
    discarded: before.of === undefined ? [] : route.discarded,
  };
}

/** Before frames are sent again, what came of them the last time is put away. */
export const sentOnly = ({ frames }: ShownRoute): ShownFrame[] =>
  frames.filter(({ of }) => of === undefined);

const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
