import type { TcpState, TcpTransition } from "#wire/tcp-states.ts";

/** Where a state stands in the drawing. */
export interface Place {
  x: number;
  y: number;
}

/** Size of the drawing, and of the box of a state. */
export const drawing = { width: 360, height: 404, boxWidth: 98, boxHeight: 34 };

/** As in RFC 9293, figure 5: opening above, the side that closes first on the left. */
export const places: Readonly<Record<TcpState, Place>> = {
  CLOSED: { x: 180, y: 22 },
  LISTEN: { x: 180, y: 82 },
  "SYN-RECEIVED": { x: 56, y: 142 },
  "SYN-SENT": { x: 304, y: 142 },
  ESTABLISHED: { x: 180, y: 202 },
  "FIN-WAIT-1": { x: 56, y: 262 },
  "CLOSE-WAIT": { x: 304, y: 262 },
  "FIN-WAIT-2": { x: 56, y: 322 },
  CLOSING: { x: 180, y: 322 },
  "LAST-ACK": { x: 304, y: 322 },
  "TIME-WAIT": { x: 180, y: 382 },
};

/** An arrow from the edge of one box to the edge of another. */
export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Arrows back to CLOSED would cross all the rest; they are told in the list. */
export const isDrawn = ({ from, to }: TcpTransition): boolean =>
  to !== "CLOSED" || from === "LISTEN";

/** Two arrows between the same boxes stand side by side. */
export function lineOf({ from, to }: TcpTransition): Line {
  const [a, b] = [places[from], places[to]];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const side = { x: (-dy / length) * 5, y: (dx / length) * 5 };
  const start = edge(a, side, dx, dy);
  const end = edge(b, side, -dx, -dy);
  return { x1: start.x, y1: start.y, x2: end.x, y2: end.y };
}

/** Where a ray that starts beside the middle of a box leaves it. */
function edge({ x, y }: Place, side: Place, dx: number, dy: number): Place {
  const share = Math.min(
    shareTo(drawing.boxWidth / 2, side.x, dx),
    shareTo(drawing.boxHeight / 2, side.y, dy),
  );
  return { x: x + side.x + dx * share, y: y + side.y + dy * share };
}

/** How much of its way a ray goes until it is as far out as the edge, along one axis. */
const shareTo = (half: number, from: number, way: number): number =>
  way === 0 ? Number.POSITIVE_INFINITY : (Math.sign(way) * half - from) / way;

const short = (number: number): string => String(Math.round(number));

/** A line with its head, as a path to be stroked and filled. */
export function arrowPath({ x1, y1, x2, y2 }: Line): string {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - ux * 6, y2 - uy * 6];
  const at = (x: number, y: number) => `${short(x)} ${short(y)}`;
  const head = `L${at(bx - uy * 3, by + ux * 3)}L${at(bx + uy * 3, by - ux * 3)}Z`;
  return `M${at(x1, y1)}L${at(bx, by)}M${at(x2, y2)}${head}`;
}
