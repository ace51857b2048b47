import { defineContract } from "#lab-kit/contract.ts";

export const layersContract = defineContract({
  id: "layers",
  title: "Down the layers",
  summary:
    "Type a message, see each layer add its header, change any field, and send it across a router.",
  sources: [
    { name: "RFC 1122, section 1.1.3: layers", url: "https://www.rfc-editor.org/rfc/rfc1122" },
    { name: "RFC 791: IPv4", url: "https://www.rfc-editor.org/rfc/rfc791" },
    { name: "RFC 8200: IPv6", url: "https://www.rfc-editor.org/rfc/rfc8200" },
    { name: "RFC 9293: TCP", url: "https://www.rfc-editor.org/rfc/rfc9293" },
    { name: "RFC 768: UDP", url: "https://www.rfc-editor.org/rfc/rfc768" },
    { name: "RFC 894: IP over Ethernet", url: "https://www.rfc-editor.org/rfc/rfc894" },
    { name: "RFC 1071: the checksum", url: "https://www.rfc-editor.org/rfc/rfc1071" },
    { name: "ITU-T X.200: the OSI model", url: "https://www.itu.int/rec/T-REC-X.200" },
  ],
  leavesOut: [
    "Nothing is sent. Every byte is computed on this page; addresses, ports and numbers are made up.",
    "The network card adds to each frame: padding up to 60 bytes, 4 bytes of check sequence at the end, and a preamble before it.",
    "Encryption. With TLS, a record header and a tag would stand between TCP and what it carries.",
    "The router has one way out. It knows the next MAC address already: no ARP is shown.",
  ],
  subjects: ["Ann"],
  commands: {},
  notices: {},
  failures: {},
});
