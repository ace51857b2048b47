import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const folder = join(import.meta.dirname, "../fixtures/captures");

/** One field as Wireshark has it; length 0 is a finding of its own. */
export type WiresharkField = [
  name: string,
  from: number,
  sizeBytes: number,
  /** `value/bytes` for what is smaller than its bytes. */
  hex: string | null,
  shown: string | null,
  /** 1: the offset is that of another buffer. */
  isElsewhere?: number,
];

/** One packet as Wireshark has it. */
export interface WiresharkPacket {
  n: number;
  /** Seconds since 1970 with nine decimals. */
  ts: string;
  len: number;
  cap: number;
  protos: [name: string, from: number, sizeBytes: number][];
  fields: WiresharkField[];
}

/** Names of all captures, as in `dns.pcap`. */
export const captureNames: readonly string[] = readdirSync(folder).filter((name) =>
  /\.pcap(ng)?$/.test(name),
);

/** The capture itself. */
export const captureFile = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, name)));

/** What stands beside a capture, as in `dns.pcap.json` or `socketio-polling.sio.json`. */
export const beside = (name: string): unknown =>
  JSON.parse(gunzipSync(readFileSync(join(folder, "fields", `${name}.gz`))).toString());

/** What Wireshark says of a capture's packets. */
export const wiresharkPackets = (name: string): WiresharkPacket[] =>
  (beside(`${name}.json`) as { packets: WiresharkPacket[] }).packets;
