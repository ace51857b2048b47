import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import { plots, ways } from "./model.ts";

export const requestContract = defineContract({
  id: "request",
  title: "Who speaks first?",
  summary: "Two programs on one machine: who may begin, over HTTP and over an open socket.",
  sources: [
    { name: "RFC 9110, section 3.3", url: "https://www.rfc-editor.org/rfc/rfc9110#section-3.3" },
    { name: "RFC 6335, section 6", url: "https://www.rfc-editor.org/rfc/rfc6335#section-6" },
    { name: "RFC 9293, section 3.5", url: "https://www.rfc-editor.org/rfc/rfc9293#section-3.5" },
    { name: "listen(2)", url: "https://man7.org/linux/man-pages/man2/listen.2.html" },
    { name: "Node.js: http", url: "https://nodejs.org/api/http.html" },
    { name: "Node.js: net", url: "https://nodejs.org/api/net.html" },
  ],
  leavesOut: [
    "Both programs run on the server’s machine, in one process. Their bytes go through its kernel as they would between two machines, only faster.",
    "The programs say one short line at a time. What becomes of long ones is a matter of TCP.",
    "HTTP/1.1 is shown. HTTP/2 and HTTP/3 send several exchanges over one connection. There, too, the client asks first.",
    "“connect” is drawn as one arrow. The kernels exchange three segments for it.",
  ],
  subjects: [],
  commands: {
    /** Both programs are started, and play this once. */
    play: {
      payload: z.strictObject({
        way: z.enum(ways),
        plot: z.enum(plots),
        isListening: z.boolean(),
      }),
      reply: z.object({}),
    },
  },
  notices: {},
  failures: {},
});
