import { ByteQueue } from "./byte-queue.ts";
import type { CapturedPacket, CaptureFormat } from "./capture-block.ts";
import { compressedBy } from "./compressed-by.ts";
import { isPcap, PcapFormat } from "./pcap.ts";
import { isPcapng, PcapngFormat } from "./pcapng.ts";

/** Why reading stopped before the end, or never began. Offsets are those of the file. */
export type CaptureStop =
  | { code: "empty" }
  | { code: "not-a-capture" }
  | { code: "compressed"; by: string }
  /** The file ends inside of the block that begins at `at`. */
  | { code: "cut-off"; at: number; missingBytes: number }
  | { code: "malformed"; at: number; rule: string };

/** Gets each packet; its bytes are valid until the function returns. */
export type TakePacket = (packet: CapturedPacket, bytes: Uint8Array) => void;

const magicBytes = 4;
/** Enough to tell what a file is. */
const signatureBytes = 8;

/** Reads a capture that comes in pieces, of either format. Keeps what is not read yet, and no more. */
export class CaptureReader {
  readonly #queue = new ByteQueue();
  /** Offset in the file of the first byte that is not read yet. */
  #passedBytes = 0;
  #format: CaptureFormat | undefined;
  #stop: CaptureStop | undefined;
  #missingBytes = 0;
  #packets = 0;

  /** Packets that were read so far. */
  get packets(): number {
    return this.#packets;
  }

  /** Why nothing more is read; undefined while all goes well. */
  get stopped(): CaptureStop | undefined {
    return this.#stop;
  }

  /** Takes the next piece of the file and hands out the packets that are whole with it. */
  push(piece: Uint8Array, take: TakePacket): void {
    if (this.#stop) return;
    this.#queue.push(piece);
    if (this.#queue.length >= signatureBytes) this.#read(take);
  }

  /** Says that the file has ended; answers with why the reading stopped before. */
  end(take: TakePacket): CaptureStop | undefined {
    if (this.#stop) return this.#stop;
    if (this.#queue.length > 0 && !this.#format) this.#read(take);
    this.#stop ??= this.#leftOver();
    return this.#stop;
  }

  #leftOver(): CaptureStop | undefined {
    if (this.#passedBytes === 0 && this.#queue.length === 0) return { code: "empty" };
    if (this.#queue.length === 0) return undefined;
    return { code: "cut-off", at: this.#passedBytes, missingBytes: this.#missingBytes };
  }

  #read(take: TakePacket): void {
    const bytes = this.#queue.view;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#format ??= formatOf(view);
    if (!this.#format) {
      const by = compressedBy(bytes);
      this.#stop = by ? { code: "compressed", by } : { code: "not-a-capture" };
      return;
    }
    const at = this.#readBlocks(this.#format, { bytes, view }, take);
    this.#queue.drop(at);
    this.#passedBytes += at;
  }

  /** Reads as many blocks as are whole; answers with the offset behind them. */
  #readBlocks(
    format: CaptureFormat,
    { bytes, view }: { bytes: Uint8Array; view: DataView },
    take: TakePacket,
  ): number {
    let at = 0;
    while (at < bytes.length) {
      const read = format.read(view, at);
      if (!read.ok) {
        const { failure } = read;
        if (failure.code === "truncated") this.#missingBytes = failure.need - failure.have;
        else this.#stop = { ...failure, at: this.#passedBytes + failure.at };
        return at;
      }
      const { packet, end } = read.value;
      if (packet) this.#hand(packet, bytes, take);
      at = end;
    }
    return at;
  }

  #hand(packet: CapturedPacket, bytes: Uint8Array, take: TakePacket): void {
    const { at, capturedBytes } = packet;
    this.#packets++;
    packet.at = this.#passedBytes + at;
    take(packet, bytes.subarray(at, at + capturedBytes));
  }
}

function formatOf(view: DataView): CaptureFormat | undefined {
  if (view.byteLength < magicBytes) return undefined;
  const magic = view.getUint32(0);
  if (isPcap(magic)) return new PcapFormat();
  return isPcapng(magic) ? new PcapngFormat() : undefined;
}
