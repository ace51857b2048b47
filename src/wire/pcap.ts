/**
 * Source: the PCAP capture file format, draft-ietf-opsawg-pcap.
 *
 * Leaves out: the variants of single programs, whose record headers are longer.
 */
import { fail, ok, type Result } from "#lib/result.ts";
import { type CaptureBlock, type CaptureFormat, maxPacketBytes } from "./capture-block.ts";
import { fileLinkType, type LinkType } from "./link-types.ts";
import { malformed, truncated, type WireFailure } from "./truncated.ts";

export const pcapHeaderBytes = 24;
export const pcapRecordBytes = 16;

/** The first four bytes as a number, the most significant byte first. */
export const pcapMagics = { micro: 0xa1b2c3d4, nano: 0xa1b23c4d } as const;

interface Kind {
  isLittleEndian: boolean;
  nanosecondsPerUnit: 1 | 1000;
}

const kinds: ReadonlyMap<number, Kind> = new Map([
  [pcapMagics.micro, { isLittleEndian: false, nanosecondsPerUnit: 1000 }],
  [0xd4c3b2a1, { isLittleEndian: true, nanosecondsPerUnit: 1000 }],
  [pcapMagics.nano, { isLittleEndian: false, nanosecondsPerUnit: 1 }],
  [0x4d3cb2a1, { isLittleEndian: true, nanosecondsPerUnit: 1 }],
]);

/** Whether a file that begins with these four bytes is of this format. */
export const isPcap = (magic: number): boolean => kinds.has(magic);

/** Reads a pcap file: a header, then a record for each packet. */
export class PcapFormat implements CaptureFormat {
  #header: (Kind & { link: LinkType }) | undefined;

  read(view: DataView, at: number): Result<CaptureBlock, WireFailure> {
    return this.#header ? readRecord(view, at, this.#header) : this.#readHeader(view, at);
  }

  #readHeader(view: DataView, at: number): Result<CaptureBlock, WireFailure> {
    const end = at + pcapHeaderBytes;
    if (view.byteLength < end) return fail(truncated(end, view.byteLength));
    const kind = kinds.get(view.getUint32(at));
    if (!kind) return fail(malformed(at, "A pcap file begins with a number that tells its kind."));
    if (view.getUint16(at + 4, kind.isLittleEndian) !== 2)
      return fail(malformed(at + 4, "The version of pcap files that can be read is 2."));
    const link = fileLinkType(view.getUint32(at + 20, kind.isLittleEndian) & 0xffff);
    this.#header = { ...kind, link };
    return ok({ end });
  }
}

function readRecord(
  view: DataView,
  at: number,
  { isLittleEndian, nanosecondsPerUnit, link }: Kind & { link: LinkType },
): Result<CaptureBlock, WireFailure> {
  const from = at + pcapRecordBytes;
  if (view.byteLength < from) return fail(truncated(from, view.byteLength));
  const capturedBytes = view.getUint32(at + 8, isLittleEndian);
  if (capturedBytes > maxPacketBytes)
    return fail(malformed(at + 8, `A packet has at most ${maxPacketBytes} bytes.`));
  const end = from + capturedBytes;
  if (view.byteLength < end) return fail(truncated(end, view.byteLength));
  // A fraction beyond its second counts on, as other programs have it.
  const fraction = view.getUint32(at + 4, isLittleEndian) * nanosecondsPerUnit;
  const time = {
    seconds: view.getUint32(at, isLittleEndian) + Math.floor(fraction / 1e9),
    nanoseconds: fraction % 1e9,
  };
  const originalBytes = view.getUint32(at + 12, isLittleEndian);
  return ok({ end, packet: { at: from, capturedBytes, originalBytes, link, time } });
}
