import { seqDistance, seqPlus } from "./sequence-numbers.ts";
import { marksOf, type TcpMark } from "./tcp-marks.ts";
import { TcpReassembly } from "./tcp-reassembly.ts";
import { type TcpSegment, tcpFlags } from "./tcp-segment.ts";
import { TcpSide } from "./tcp-side.ts";

/** What a segment is in its connection. */
export interface TcpView {
  /** `up`: from the client. */
  way: "up" | "down";
  marks: TcpMark[];
  /** Counted from the beginning of the connection. */
  relativeSeq: number;
  /** 0 without ACK. */
  relativeAck: number;
  /** Bytes that the sender is ready to take, scaled as far as the handshake is known. */
  windowBytes: number;
  /** How many times in a row the same was acknowledged; 0 for any other segment. */
  duplicateAcks: number;
  /** Data of this side that is now in order, each byte once. */
  ready: Uint8Array[];
  /** The server sends nothing more, and nothing is missing; or the connection was reset. */
  isOver: boolean;
}

/** One connection: both sides, and their bytes in order. */
export class TcpStream {
  /** Address and port of who opened it, or probably did. */
  readonly client: string;
  readonly server: string;
  readonly #up = new TcpSide();
  readonly #down = new TcpSide();
  readonly #data = { up: new TcpReassembly(), down: new TcpReassembly() };
  #synAtMs: number | undefined;
  #roundTripMs: number | undefined;

  constructor(first: TcpSegment) {
    const isFromClient = isFromClientSide(first);
    this.client = isFromClient ? first.from : first.to;
    this.server = isFromClient ? first.to : first.from;
  }

  /** Whether bytes of a side are missing for good. */
  isBroken(way: TcpView["way"]): boolean {
    return this.#data[way].isBroken;
  }

  /** Whether this segment begins another connection between the same ports. */
  isReopenedBy({ flags, seq }: TcpSegment): boolean {
    const isSyn = (flags & (tcpFlags.syn | tcpFlags.ack)) === tcpFlags.syn;
    const { base } = this.#up;
    return isSyn && base !== undefined && (base !== seq || this.#isServerDone);
  }

  /** Takes the next segment. */
  push(segment: TcpSegment): TcpView {
    const way = segment.from === this.client ? "up" : "down";
    const [mine, other] = way === "up" ? [this.#up, this.#down] : [this.#down, this.#up];
    const isHandshake = this.#isHandshake(segment, way, mine);
    const marks = marksOf({ segment, mine, other, roundTripMs: this.#roundTripMs });
    countDuplicates(segment, mine, marks);
    mine.see(segment, purposeOf(marks));
    if (segment.flags & tcpFlags.ack) other.base ??= seqPlus(segment.ack, -1);
    return {
      way,
      marks: isHandshake ? ["handshake", ...marks] : marks,
      relativeSeq: seqPlus(segment.seq, -(mine.base ?? segment.seq)),
      relativeAck: segment.flags & tcpFlags.ack ? seqPlus(segment.ack, -(other.base ?? 0)) : 0,
      windowBytes: segment.window * 2 ** this.#shiftOf(segment, mine, other),
      duplicateAcks: marks.includes("duplicate-ack") ? mine.duplicateAcks : 0,
      ready: this.#ready(segment, way),
      isOver: (segment.flags & tcpFlags.rst) !== 0 || this.#isServerDone,
    };
  }

  get #isServerDone(): boolean {
    return this.#down.hasFinished && !this.#data.down.isWaiting;
  }

  #ready(segment: TcpSegment, way: TcpView["way"]): Uint8Array[] {
    const { flags, seq, ack, data, dataBytes } = segment;
    const mine = this.#data[way];
    const other = this.#data[way === "up" ? "down" : "up"];
    const isSyn = (flags & tcpFlags.syn) !== 0;
    if (isSyn) mine.begin(seqPlus(seq, 1));
    if (flags & tcpFlags.ack) other.acknowledged(ack);
    if (flags & tcpFlags.rst) return [];
    return mine.push(isSyn ? seqPlus(seq, 1) : seq, data, dataBytes - data.length);
  }

  /** The two SYNs, and the acknowledgement that ends the handshake. */
  #isHandshake({ flags, atMs, dataBytes, ack }: TcpSegment, way: TcpView["way"], mine: TcpSide) {
    if (flags & tcpFlags.syn) {
      if (way === "up") this.#synAtMs ??= atMs;
      return true;
    }
    const isThird =
      way === "up" &&
      this.#synAtMs !== undefined &&
      this.#roundTripMs === undefined &&
      mine.ack === undefined &&
      dataBytes === 0 &&
      seqDistance(ack, this.#down.next ?? 0) === 0;
    if (isThird && this.#synAtMs !== undefined) this.#roundTripMs = atMs - this.#synAtMs;
    return isThird;
  }

  /** Scaling begins behind the handshake, and only when both sides offered it. */
  #shiftOf({ flags }: TcpSegment, mine: TcpSide, other: TcpSide): number {
    if (flags & tcpFlags.syn || other.windowShift === undefined) return 0;
    return Math.min(mine.windowShift ?? 0, 14);
  }
}

const purposeOf = (marks: readonly TcpMark[]): TcpSide["last"] =>
  marks.find((mark) => mark === "keep-alive" || mark === "window-probe");

function countDuplicates(segment: TcpSegment, mine: TcpSide, marks: readonly TcpMark[]): void {
  if (marks.includes("duplicate-ack")) mine.duplicateAcks++;
  else if (segment.ack !== mine.ack) mine.duplicateAcks = 0;
}

/** Who sends a SYN is the client; without one, who has the higher port probably is. */
function isFromClientSide({ flags, srcPort, dstPort }: TcpSegment): boolean {
  if (flags & tcpFlags.syn) return (flags & tcpFlags.ack) === 0;
  return srcPort >= dstPort;
}
