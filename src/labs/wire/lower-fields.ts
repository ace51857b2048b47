import { ethernet } from "#wire/ethernet.ts";
import { type HeaderTable, headerFields } from "#wire/header.ts";
import { ipv4 } from "#wire/ipv4.ts";
import { ipv6 } from "#wire/ipv6.ts";
import { tcp } from "#wire/tcp.ts";
import type { WireField } from "#wire/wire-field.ts";

/** One header below the message. */
export interface LowerHeader {
  layer: string;
  sizeBytes: number;
  fields: WireField<string>[];
}

/** The headers of a frame that this lab has made, innermost first: TCP, IP, Ethernet. */
export function lowerHeaders(frame: Uint8Array, ip: "ipv4" | "ipv6"): LowerHeader[] {
  const packet = ip === "ipv4" ? ipv4 : ipv6;
  const tables: readonly (readonly [string, HeaderTable])[] = [
    ["ethernet", ethernet],
    [ip, packet],
    ["tcp", tcp],
  ];
  let at = 0;
  const headers = tables.map(([layer, table]) => {
    const fields = headerFields(table, frame, at, layer);
    at += table.sizeBytes;
    return { layer, sizeBytes: table.sizeBytes, fields };
  });
  return headers.toReversed();
}
