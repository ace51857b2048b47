import type { TcpMark } from "#wire/tcp-marks.ts";
import type { ProtocolName } from "./model.ts";

/** Protocols as readers call them. */
export const protocolWords: Readonly<Record<ProtocolName, string>> = {
  data: "data",
  arp: "ARP",
  ipv4: "IPv4",
  ipv6: "IPv6",
  icmp: "ICMP",
  icmpv6: "ICMPv6",
  udp: "UDP",
  tcp: "TCP",
  dns: "DNS",
  tls: "TLS",
  http: "HTTP",
  websocket: "WebSocket",
  "engine.io": "Engine.IO",
  "socket.io": "Socket.IO",
};

/** Marks of a TCP segment in words. */
export const markWords: Readonly<Record<TcpMark, string>> = {
  handshake: "handshake",
  retransmission: "retransmission",
  "fast-retransmission": "fast retransmission",
  "spurious-retransmission": "needless retransmission",
  "out-of-order": "out of order",
  gap: "one before is missing",
  "duplicate-ack": "duplicate ACK",
  "unseen-acked": "acknowledges what was not captured",
  "zero-window": "window closed",
  "window-probe": "asks whether the window is open",
  "window-probe-ack": "window is still closed",
  "window-update": "window update",
  "window-full": "fills the window",
  "keep-alive": "keep-alive",
  "keep-alive-ack": "keep-alive answered",
};

/** A time since the first packet, as the list shows it. */
export const timeText = (atMs: number | undefined): string =>
  atMs === undefined ? "–" : (atMs / 1000).toFixed(6);

/** What a conversation is called. */
export const conversationName = (conversation: number): string =>
  conversation % 2 === 0
    ? `TCP connection ${conversation / 2 + 1}`
    : `flow ${(conversation - 1) / 2 + 1}`;
