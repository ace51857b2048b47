import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import { bounds, carriers, extras, ownNames, readBytes } from "./model.ts";

/** What the server is to say when it speaks. */
export const planSchema = z
  .strictObject({
    carries: z.enum(carriers),
    text: z.string().max(bounds.textLength),
    extra: z.enum(extras),
    bytes: z
      .string()
      .max(bounds.bytesLength)
      .refine((text) => readBytes(text) !== undefined, "not bytes as pairs of digits"),
  })
  .refine(
    ({ carries, text }) => carries === "plain" || (text !== "" && !ownNames.includes(text)),
    "not a name that can be emitted",
  );

export const wireContract = defineContract({
  id: "wire",
  title: "On the wire",
  summary: "Emit an event and see its bytes as they crossed the network, each with its meaning.",
  sources: [
    { name: "RFC 6455: The WebSocket Protocol", url: "https://www.rfc-editor.org/rfc/rfc6455" },
    { name: "Engine.IO protocol", url: "https://socket.io/docs/v4/engine-io-protocol/" },
    { name: "Socket.IO protocol", url: "https://socket.io/docs/v4/socket-io-protocol/" },
    { name: "RFC 9112: HTTP/1.1", url: "https://www.rfc-editor.org/rfc/rfc9112" },
  ],
  leavesOut: [
    "Headers of TCP, IP and Ethernet are worked out around these bytes: of them only the ports were seen. Acknowledgements that carry no data, and options, are not there.",
    "Cookies, addresses and the keys of this page are overwritten before they leave the server.",
    "Over HTTPS the bytes are encrypted on their way; these are from inside.",
    "Compressed messages are marked, and not unpacked.",
  ],
  subjects: ["Ann"],
  commands: {
    /** Begins to listen on the wire, and says what the server would say. */
    listen: { payload: planSchema, reply: z.object({}) },
    /** The server says it. */
    speak: { payload: z.strictObject({}), reply: z.object({}), fails: ["nobody-there"] },
    /** Listens no longer. */
    rest: { payload: z.strictObject({}), reply: z.object({}) },
  },
  notices: {},
  failures: {
    "nobody-there": {
      says: "Ann is not connected, so that the server has nobody to speak to.",
      next: "Send again: her connection is opened anew.",
    },
  },
});
