import { defineContract } from "#lab-kit/contract.ts";

export const connectionContract = defineContract({
  id: "connection",
  title: "Your connection",
  summary: "This page connects to its server while you watch: request by request, on two clocks.",
  sources: [
    { name: "Socket.IO: How it works", url: "https://socket.io/docs/v4/how-it-works/" },
    { name: "RFC 6455, section 4", url: "https://www.rfc-editor.org/rfc/rfc6455#section-4" },
  ],
  leavesOut: [
    "Each request travels on a TCP connection, with TLS on it if there is any. How those are opened is not shown.",
  ],
  subjects: ["You"],
  commands: {},
  notices: {},
  failures: {},
});
