import { z } from "zod";
import { defineContract } from "#lab-kit/contract.ts";
import { everyMsOptions, limits, type Settings, settingsProblem } from "./model.ts";

const whole = ({ from, to }: { from: number; to: number }) => z.number().int().min(from).max(to);

const settings = z
  .strictObject({
    payload: z.enum(["words", "numbers"]),
    count: whole(limits.count),
    sizeBytes: whole(limits.sizeBytes),
    everyMs: z.union(everyMsOptions.map((ms) => z.literal(ms))),
    peer: z.enum(["open", "closed"]),
    isConnected: z.boolean(),
    buffer: z.enum(["usual", "small"]),
    way: z.enum(["straight", "relay"]),
    relay: z.strictObject({
      lossPercent: whole(limits.percent),
      doublePercent: whole(limits.percent),
      delayMs: whole(limits.delayMs),
      spreadMs: whole(limits.spreadMs),
      seed: whole(limits.seed),
    }),
    besideTcp: z.boolean(),
  })
  // Number, size and pause bound each other: no run sends more than a million bytes, or for long.
  .refine((value) => settingsProblem(value as Settings) === undefined);

export const datagramsContract = defineContract({
  id: "datagrams",
  title: "Datagrams with numbers",
  summary: "Real UDP datagrams, numbered: which arrive, which do not, and who is told.",
  sources: [
    { name: "RFC 768", url: "https://www.rfc-editor.org/rfc/rfc768" },
    { name: "RFC 8085, section 3", url: "https://www.rfc-editor.org/rfc/rfc8085#section-3" },
    { name: "RFC 1122, section 4.1", url: "https://www.rfc-editor.org/rfc/rfc1122#section-4.1" },
    { name: "Node.js: dgram", url: "https://nodejs.org/docs/latest-v24.x/api/dgram.html" },
    { name: "Linux: udp(7)", url: "https://man7.org/linux/man-pages/man7/udp.7.html" },
  ],
  leavesOut: [
    "Sender and receiver are two programs on the machine of this site; their datagrams go through its kernel and through no cable.",
    "Both programs share one thread. While the sender sends all in one go, the receiver cannot read: that is the busy receiver here.",
    "The relay is a program of ours between two real sockets. What it does is decided by a seed; a network is worse behaved.",
    "The relay handles datagrams alone. The TCP connection beside it goes straight, since losing TCP’s segments takes more than a program may do here.",
    "How much fits into a receive buffer differs from system to system. The drops are the kernel’s own count for this socket, where it has one (Linux).",
    "No datagram here is larger than the link carries, so that none is cut into fragments.",
  ],
  subjects: [],
  commands: {
    /** A run begins; one that is under way ends. */
    sendLoad: { payload: settings, reply: z.object({}) },
    /** Ends the run that is under way. */
    stop: { payload: z.strictObject({}), reply: z.object({}) },
  },
  notices: {},
  failures: {},
});
