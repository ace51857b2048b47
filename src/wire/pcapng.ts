/**
 * Source: the PCAP Next Generation capture file format, draft-ietf-opsawg-pcapng.
 *
 * Leaves out: writing, and blocks that hold no packet: names, statistics, keys, comments.
 */
import { fail, ok, type Result } from "#lib/result.ts";
import type { CaptureBlock, CaptureFormat } from "./capture-block.ts";
import { type PcapngInterface, readInterface } from "./pcapng-interface.ts";
import { packetOf } from "./pcapng-packet.ts";
import { malformed, truncated, type WireFailure } from "./truncated.ts";

/** Type of the block that begins a section; the same in both byte orders. */
export const sectionHeader = 0x0a0d0d0a;

const byteOrderMagic = 0x1a2b3c4d;
const interfaceDescription = 1;
/** Type, length, and the length once more at the end. */
const leastBlockBytes = 12;
const maxBlockBytes = 16 * 1024 * 1024;

/** Whether a file that begins with these four bytes is of this format. */
export const isPcapng = (magic: number): boolean => magic === sectionHeader;

/** Reads a pcapng file: sections, each with interfaces and packets of its own. */
export class PcapngFormat implements CaptureFormat {
  #isLittleEndian = false;
  #interfaces: PcapngInterface[] = [];

  read(view: DataView, at: number): Result<CaptureBlock, WireFailure> {
    const begun = this.#beginsSection(view, at);
    if (!begun.ok) return begun;
    const end = this.#endOf(view, at);
    if (!end.ok) return end;
    return this.#readBlock(view, at, end.value);
  }

  /** A section's first block says in which byte order the section is. */
  #beginsSection(view: DataView, at: number): Result<undefined, WireFailure> {
    const need = at + leastBlockBytes;
    if (view.byteLength < need) return fail(truncated(need, view.byteLength));
    if (view.getUint32(at) !== sectionHeader) return ok(undefined);
    const isBigEndian = view.getUint32(at + 8) === byteOrderMagic;
    if (!isBigEndian && view.getUint32(at + 8, true) !== byteOrderMagic)
      return fail(malformed(at + 8, "A section begins with the number that tells its byte order."));
    this.#isLittleEndian = !isBigEndian;
    this.#interfaces = [];
    return ok(undefined);
  }

  #endOf(view: DataView, at: number): Result<number, WireFailure> {
    const sizeBytes = view.getUint32(at + 4, this.#isLittleEndian);
    if (sizeBytes < leastBlockBytes || sizeBytes % 4 !== 0 || sizeBytes > maxBlockBytes)
      return fail(malformed(at + 4, "A block’s length is a multiple of 4, from 12 bytes on."));
    const end = at + sizeBytes;
    if (view.byteLength < end) return fail(truncated(end, view.byteLength));
    if (view.getUint32(end - 4, this.#isLittleEndian) !== sizeBytes)
      return fail(malformed(end - 4, "A block ends with its length once more."));
    return ok(end);
  }

  #readBlock(view: DataView, at: number, end: number): Result<CaptureBlock, WireFailure> {
    const isLittleEndian = this.#isLittleEndian;
    const type = view.getUint32(at, isLittleEndian);
    const body = { view, from: at + 8, to: end - 4, isLittleEndian };
    if (type === sectionHeader) return ok({ end });
    if (type === interfaceDescription) {
      const described = readInterface(body);
      if (!described.ok) return described;
      this.#interfaces.push(described.value);
      return ok({ end });
    }
    const packet = packetOf(type, body, this.#interfaces);
    if (!packet) return ok({ end });
    return packet.ok ? ok({ end, packet: packet.value }) : packet;
  }
}
