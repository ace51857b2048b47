/**
 * What a segment tells about its connection, by what was seen before it. The rules are those of
 * Wireshark's analysis of sequence numbers, so that both say the same of a capture.
 *
 * Sources: RFC 9293, sections 3.8.1, 3.8.4 and 3.8.6; RFC 5681, sections 2 and 3.2; RFC 1122,
 * section 4.2.3.6.
 *
 * Leaves out: what SACK blocks say, and causes that only the sender knows.
 */
import { seqDistance, seqPlus } from "./sequence-numbers.ts";
import { isMiddle, seqLength, type TcpSegment, tcpFlags } from "./tcp-segment.ts";
import type { TcpSide } from "./tcp-side.ts";

/** Names of the marks. */
export const tcpMarks = [
  "handshake",
  "retransmission",
  "fast-retransmission",
  "spurious-retransmission",
  "out-of-order",
  "gap",
  "duplicate-ack",
  "unseen-acked",
  "zero-window",
  "window-probe",
  "window-probe-ack",
  "window-update",
  "window-full",
  "keep-alive",
  "keep-alive-ack",
] as const;

export type TcpMark = (typeof tcpMarks)[number];

/** A segment beside what was seen before it. */
interface Moment {
  segment: TcpSegment;
  /** The side that sent it, before it, and the other one. */
  mine: TcpSide;
  other: TcpSide;
  /** From SYN to the end of the handshake; undefined where that was not seen. */
  roundTripMs: number | undefined;
}

/** Below this a late segment was only overtaken, where the round trip is not known. */
const overtakenMs = 3;
/** A retransmission so soon behind duplicate acknowledgements was asked for by them. */
const fastMs = 20;

/** The marks of a segment. */
export function marksOf(moment: Moment): TcpMark[] {
  return [...aheadMarks(moment), ...ackMarks(moment), ...againMarks(moment)];
}

/** Of segments without data that repeat what was said, the first kind that fits. */
function ackMarks(moment: Moment): TcpMark[] {
  if (isUnseenAcked(moment)) return ["unseen-acked"];
  if (!isRepeated(moment)) return [];
  const { segment, mine, other } = moment;
  if (segment.window !== mine.window) return segment.window > 0 ? ["window-update"] : [];
  if (segment.window === 0) return other.last === "window-probe" ? ["window-probe-ack"] : [];
  return [other.last === "keep-alive" ? "keep-alive-ack" : "duplicate-ack"];
}

function aheadMarks(moment: Moment): TcpMark[] {
  const { segment, mine, other } = moment;
  if (isProbe(moment)) return ["window-probe"];
  const marks: TcpMark[] = [];
  if (segment.window === 0 && isMiddle(segment)) marks.push("zero-window");
  if (mine.next !== undefined && !(segment.flags & tcpFlags.rst)) {
    if (seqDistance(segment.seq, mine.next) > 0) marks.push("gap");
    if (isKeepAlive(segment, mine.next)) marks.push("keep-alive");
  }
  if (fillsWindow(segment, other)) marks.push("window-full");
  return marks;
}

/** What repeats numbers, or comes late. */
function againMarks(moment: Moment): TcpMark[] {
  const { segment, mine, other } = moment;
  const length = seqLength(segment);
  if (length === 0 || mine.next === undefined) return [];
  if (seqDistance(segment.seq, mine.next) >= 0 || isKeepAlive(segment, mine.next)) return [];
  if (isAskedFor(segment, other)) return ["fast-retransmission"];
  if (isOvertaken(moment)) return ["out-of-order"];
  const isNeedless =
    segment.dataBytes > 0 &&
    other.ack !== undefined &&
    seqDistance(seqPlus(segment.seq, length), other.ack) <= 0;
  return [isNeedless ? "spurious-retransmission" : "retransmission"];
}

const isProbe = ({ segment, mine, other }: Moment): boolean =>
  segment.dataBytes === 1 &&
  segment.seq === mine.next &&
  other.ack !== undefined &&
  other.window === 0;

const isKeepAlive = (segment: TcpSegment, next: number): boolean =>
  segment.dataBytes <= 1 && isMiddle(segment) && segment.seq === seqPlus(next, -1);

/** Without data, with the same numbers as before. */
const isRepeated = ({ segment, mine }: Moment): boolean =>
  segment.dataBytes === 0 &&
  isMiddle(segment) &&
  segment.seq === mine.next &&
  segment.ack === mine.ack;

const isUnseenAcked = ({ segment, other }: Moment): boolean =>
  (segment.flags & tcpFlags.ack) !== 0 &&
  other.next !== undefined &&
  seqDistance(segment.ack, other.next) > 0;

const fillsWindow = (segment: TcpSegment, other: TcpSide): boolean =>
  segment.dataBytes > 0 &&
  isMiddle(segment) &&
  other.ack !== undefined &&
  other.windowShift !== undefined &&
  seqPlus(segment.seq, segment.dataBytes) ===
    seqPlus(other.ack, other.window * 2 ** other.windowShift);

const isAskedFor = ({ seq, atMs }: TcpSegment, other: TcpSide): boolean =>
  other.duplicateAcks >= 2 && other.ack === seq && atMs - other.ackAtMs < fastMs;

/** New bytes, below others that came only just before. */
function isOvertaken({ segment, mine, roundTripMs = overtakenMs }: Moment): boolean {
  const end = seqPlus(segment.seq, seqLength(segment));
  const isNew = !mine.hasSeen(segment.seq, end);
  return isNew && end !== mine.next && segment.atMs - mine.nextAtMs < roundTripMs;
}
