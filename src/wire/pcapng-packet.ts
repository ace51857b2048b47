/** Source: draft-ietf-opsawg-pcapng, sections 4.3, 4.4 and A (the obsolete packet block). */
import { fail, ok, type Result } from "#lib/result.ts";
import type { CapturedPacket } from "./capture-block.ts";
import { momentOf, type PcapngBody, type PcapngInterface } from "./pcapng-interface.ts";
import { malformed, type WireFailure } from "./truncated.ts";

type Read = (
  body: PcapngBody,
  interfaces: readonly PcapngInterface[],
) => Result<CapturedPacket, WireFailure>;

const noInterface = "A packet’s interface was described before.";
const tooShort = "A packet fits into its block.";

/** Both have 20 bytes in front of the packet; they differ in how they name the interface. */
const withTime =
  (interfaceBytes: 2 | 4): Read =>
  ({ view, from, to, isLittleEndian }, interfaces) => {
    if (to - from < 20) return fail(malformed(from, tooShort));
    const number =
      interfaceBytes === 2
        ? view.getUint16(from, isLittleEndian)
        : view.getUint32(from, isLittleEndian);
    const described = interfaces[number];
    if (!described) return fail(malformed(from, noInterface));
    const high = BigInt(view.getUint32(from + 4, isLittleEndian));
    const low = BigInt(view.getUint32(from + 8, isLittleEndian));
    const capturedBytes = view.getUint32(from + 12, isLittleEndian);
    const originalBytes = view.getUint32(from + 16, isLittleEndian);
    const at = from + 20;
    if (capturedBytes > to - at) return fail(malformed(from + 12, tooShort));
    const time = momentOf((high << 32n) | low, described);
    return ok({ at, capturedBytes, originalBytes, link: described.link, time });
  };

/** It says neither time nor interface: it was captured on the first one. */
const simple: Read = ({ view, from, to, isLittleEndian }, [first]) => {
  if (to - from < 4) return fail(malformed(from, tooShort));
  if (!first) return fail(malformed(from, noInterface));
  const originalBytes = view.getUint32(from, isLittleEndian);
  const at = from + 4;
  const capturedBytes = Math.min(originalBytes, first.snapBytes || originalBytes, to - at);
  return ok({ at, capturedBytes, originalBytes, link: first.link, time: undefined });
};

const readers: Readonly<Record<number, Read>> = { 2: withTime(2), 3: simple, 6: withTime(4) };

/** The packet of a block of this type; undefined when such blocks hold none. */
export const packetOf = (
  type: number,
  body: PcapngBody,
  interfaces: readonly PcapngInterface[],
): Result<CapturedPacket, WireFailure> | undefined => readers[type]?.(body, interfaces);
