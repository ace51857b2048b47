import { defineContract } from "#lab-kit/contract.ts";

export const captureContract = defineContract({
  id: "capture",
  title: "Open a capture",
  summary:
    "Open a pcap or pcapng file, a sample or your own: packets, fields, bytes, and who said what to whom.",
  sources: [
    {
      name: "The PCAP file format",
      url: "https://datatracker.ietf.org/doc/draft-ietf-opsawg-pcap/",
    },
    {
      name: "The PCAP Next Generation file format",
      url: "https://datatracker.ietf.org/doc/draft-ietf-opsawg-pcapng/",
    },
    { name: "RFC 9293: TCP", url: "https://www.rfc-editor.org/rfc/rfc9293" },
    { name: "RFC 6455: WebSocket", url: "https://www.rfc-editor.org/rfc/rfc6455" },
    {
      name: "Socket.IO protocol",
      url: "https://socket.io/docs/v4/socket-io-protocol/",
    },
  ],
  leavesOut: [
    "Times are those of the machine that captured. A packet was seen once, so that nobody knows how long it travelled.",
    "What is encrypted stays encrypted: TLS is named, record by record.",
    "Fragments of IP packets are shown one by one, and are not put together.",
    "What a connection says is read from its beginning. Where that was not captured, its bytes are data. HTTP/2 and QUIC are data, too.",
  ],
  subjects: [],
  commands: {},
  notices: {},
  failures: {},
});
