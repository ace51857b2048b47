import { macText } from "#wire/addresses.ts";
import { linkTypes } from "#wire/link-types.ts";
import type { PacketRow } from "../model.ts";
import type { CaptureFile } from "./capture-file.ts";
import { type Indexer, marksIn } from "./indexer.ts";
import { summaryOf } from "./summary.ts";

/** The bytes of a packet. */
export const packetBytes = (
  file: CaptureFile,
  { index }: Indexer,
  number: number,
): Promise<Uint8Array> => {
  const at = index.at.at(number);
  return file.read(at, at + index.capturedBytes.at(number));
};

/** The line of a packet. */
export async function rowOf(
  file: CaptureFile,
  indexer: Indexer,
  number: number,
): Promise<PacketRow> {
  const { index, labels } = indexer;
  const bytes = await packetBytes(file, indexer, number);
  const atNs = index.atNs.at(number);
  return {
    index: number,
    atMs: Number.isNaN(atNs) ? undefined : atNs / 1e6,
    ...endsOf(indexer, number, bytes),
    protocol: index.protocolOf(number),
    summary: summaryOf(index, number, bytes, labels.of(number)),
    marks: marksIn(index.marks.at(number)),
    conversation: index.conversation.at(number),
  };
}

/** Network addresses, or those of the cards where there are no others. */
function endsOf(
  { index, addresses }: Indexer,
  number: number,
  bytes: Uint8Array,
): { from: string; to: string } {
  const from = addresses.textOf(index.from.at(number));
  const to = addresses.textOf(index.to.at(number));
  const isEthernet = index.link.at(number) === linkTypes.ethernet && bytes.length >= 12;
  if (from !== "" || to !== "" || !isEthernet) return { from, to };
  return { from: macText(bytes.subarray(6, 12)), to: macText(bytes.subarray(0, 6)) };
}
