import { dissectFrame, type FrameDissection } from "#wire/dissect-frame.ts";
import { lookAt } from "#wire/packet-look.ts";
import { flagsText, tcpFlags } from "#wire/tcp-segment.ts";
import type { ProtocolName } from "../model.ts";
import type { PacketIndex } from "./packet-index.ts";

/** A packet in a line: what its connection has told, or what its last header says. */
export function summaryOf(
  index: PacketIndex,
  number: number,
  bytes: Uint8Array,
  label: string | undefined,
): string {
  if (label !== undefined) return label;
  if (index.protocolOf(number) === "tcp") return tcpSummary(index, number, bytes);
  return lastSummary(dissectFrame(bytes, index.link.at(number)), index.protocolOf(number));
}

/** The last header, without its name where that is the protocol: the line says it already. */
function lastSummary({ layers }: FrameDissection, protocol: ProtocolName): string {
  const outer = layers.filter(({ isQuoted }) => !isQuoted);
  const named = outer.filter(({ layer }) => layer !== "data");
  const last = named.at(-1) ?? outer.at(-1);
  if (!last) return "no bytes";
  const data = outer.at(-1)?.layer === "data" && named.length > 0 ? outer.at(-1)?.summary : "";
  // A header that ends too early has no summary.
  const said = [last.summary || "incomplete", data].filter(Boolean).join(", ");
  return last.layer === protocol ? said : `${last.title}: ${said}`;
}

const count = new Intl.NumberFormat("en");

function tcpSummary(index: PacketIndex, number: number, bytes: Uint8Array): string {
  const { transportAt, dataBytes } = lookAt(bytes, index.link.at(number));
  const flags = bytes[transportAt + 13] ?? 0;
  const duplicate = index.duplicateAcks.at(number);
  return [
    `${index.srcPort.at(number)} → ${index.dstPort.at(number)} [${flagsText(flags)}]`,
    `seq ${index.relativeSeq.at(number)}`,
    flags & tcpFlags.ack ? `ack ${index.relativeAck.at(number)}` : "",
    `window ${count.format(index.windowBytes.at(number))}`,
    `${dataBytes} bytes`,
    duplicate > 0 ? `duplicate no. ${duplicate}` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}
