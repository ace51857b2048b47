/** Source: draft-ietf-opsawg-pcapng, sections 3.5 and 4.2. */
import { fail, ok, type Result } from "#lib/result.ts";
import type { CaptureTime } from "./capture-block.ts";
import { fileLinkType, type LinkType } from "./link-types.ts";
import { malformed, type WireFailure } from "./truncated.ts";

/** What stands in a block between its first length and its second. */
export interface PcapngBody {
  view: DataView;
  from: number;
  to: number;
  isLittleEndian: boolean;
}

/** Where packets were captured, and how their times count. */
export interface PcapngInterface {
  link: LinkType;
  /** Most bytes of a packet that were kept; 0 means all. */
  snapBytes: number;
  unitsPerSecond: bigint;
  offsetSeconds: bigint;
}

const timeResolution = 9;
const timeOffset = 14;

/** Reads an interface description. */
export function readInterface(body: PcapngBody): Result<PcapngInterface, WireFailure> {
  const { view, from, to, isLittleEndian } = body;
  if (to - from < 8) return fail(malformed(from, "An interface has a link type and a length."));
  const described: PcapngInterface = {
    link: fileLinkType(view.getUint16(from, isLittleEndian)),
    snapBytes: view.getUint32(from + 4, isLittleEndian),
    unitsPerSecond: 1_000_000n,
    offsetSeconds: 0n,
  };
  readOptions({ ...body, from: from + 8 }, (code, at, sizeBytes) => {
    if (code === timeResolution && sizeBytes === 1)
      described.unitsPerSecond = unitsOf(view.getUint8(at));
    if (code === timeOffset && sizeBytes === 8)
      described.offsetSeconds = view.getBigInt64(at, isLittleEndian);
  });
  return ok(described);
}

/** Goes over the options that fill a body. One that does not fit ends them. */
function readOptions(
  { view, from, to, isLittleEndian }: PcapngBody,
  take: (code: number, at: number, sizeBytes: number) => void,
): void {
  for (let at = from; at + 4 <= to; ) {
    const code = view.getUint16(at, isLittleEndian);
    const sizeBytes = view.getUint16(at + 2, isLittleEndian);
    if (code === 0 || at + 4 + sizeBytes > to) return;
    take(code, at + 4, sizeBytes);
    at += 4 + Math.ceil(sizeBytes / 4) * 4;
  }
}

/** The first bit says whether the other seven are a power of 2 or of 10. */
const unitsOf = (resolution: number): bigint =>
  (resolution & 0x80 ? 2n : 10n) ** BigInt(resolution & 0x7f);

/** A time in an interface's units, as a moment; undefined when no clock could have it. */
export function momentOf(
  units: bigint,
  { unitsPerSecond, offsetSeconds }: PcapngInterface,
): CaptureTime | undefined {
  const seconds = Number(units / unitsPerSecond + offsetSeconds);
  if (!Number.isSafeInteger(seconds)) return undefined;
  const nanoseconds = Number(((units % unitsPerSecond) * 1_000_000_000n) / unitsPerSecond);
  return { seconds, nanoseconds };
}
