import type { FailureText } from "#lab-kit/failures.ts";
import { laneNames, type Transport } from "./model.ts";

/** Says which lanes sit a run out, since the browser has no connection left for them. */
export const restingText = (lanes: readonly Transport[]): FailureText => ({
  says: `Other tabs of this site hold the browser’s few connections: ${lanes.map((lane) => laneNames[lane]).join(" and ")} did not take part.`,
  next: "Close or hide another tab of this site, and run it again.",
});

/** Says why six streams cannot be opened now. */
export const noConnectionsText: FailureText = {
  says: "Other connections of this browser are in use, and this run needs six of them.",
  next: "Close or hide other tabs of this site, and run it again. Where WebSocket is blocked, this page needs one of the six itself.",
};

/** Says that a lane was told less than there was. */
export const brokenText = (lane: Transport): FailureText => ({
  says: `${laneNames[lane]}: the line was refused, or it broke before it had all the news.`,
  next: "Run it again. If it is WebSocket each time, a network between you and this site blocks it.",
});
