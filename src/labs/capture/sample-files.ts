import arp from "#wire/fixtures/captures/arp.pcap?url&no-inline";
import dns from "#wire/fixtures/captures/dns.pcap?url&no-inline";
import http from "#wire/fixtures/captures/http.pcap?url&no-inline";
import fragments from "#wire/fixtures/captures/ip-fragments.pcap?url&no-inline";
import socketIo from "#wire/fixtures/captures/socketio-upgrade.pcap?url&no-inline";
import handshake from "#wire/fixtures/captures/tcp-basic.pcap?url&no-inline";
import retransmission from "#wire/fixtures/captures/tcp-loss-sack.pcap?url&no-inline";
import websocket from "#wire/fixtures/captures/websocket.pcap?url&no-inline";
import type { PresetId } from "./presets.ts";

/** Where the samples are. They are captures of our own, which the tests read, too. */
export const sampleFiles: Readonly<Record<PresetId, string>> = {
  arp,
  dns,
  http,
  fragments,
  "socket-io": socketIo,
  handshake,
  retransmission,
  websocket,
};
