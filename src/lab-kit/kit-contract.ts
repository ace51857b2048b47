import { z } from "zod";
import { defineContract } from "./contract.ts";

/** A key that a page makes: 16 random bytes as 32 hexadecimal digits. */
export const keySchema = z.string().regex(/^[0-9a-f]{32}$/);

/** What a page says of itself when it opens a control channel. */
export const controlAuthSchema = z.strictObject({
  lab: z.string().max(40),
  bench: keySchema,
  /** Sent by the page that owns the bench; a guest has none. */
  owner: keySchema.optional(),
  /** Build of the page; `dev` is never stale. */
  build: z.string().max(64),
});
export type ControlAuth = z.infer<typeof controlAuthSchema>;

const ms = z.number().finite().min(-1e12).max(1e12);

/** What a guest's page may report of its own client: no text, only what happened and when. */
export const guestFactSchema = z.strictObject({
  what: z.enum(["emitted", "sent", "arrived", "handled", "ack-received"]),
  seq: z.number().int().min(0).max(1e9),
  atMs: ms,
});
export type GuestFact = z.infer<typeof guestFactSchema>;

const nothing = z.strictObject({});

/** Commands that every bench has, beside those of its lab. Names begin with `bench-`. */
export const ownerContract = defineContract({
  id: "bench",
  title: "Bench",
  summary: "What the page that owns a bench may ask of it.",
  sources: [],
  leavesOut: [],
  subjects: [],
  commands: {
    /** The seats of the subjects: each subject's client proves by its seat which one it is. */
    "bench-open": {
      payload: nothing,
      reply: z.object({ seats: z.record(z.string(), keySchema) }),
    },
    /** The server's clock, for the estimate of the offset. */
    "bench-clock": { payload: nothing, reply: z.object({ atMs: z.number() }) },
    /** Opens or ends the link for a second device. Ending it sends the guest away. */
    "bench-invite": { payload: z.strictObject({ open: z.boolean() }), reply: nothing },
    "bench-close": { payload: nothing, reply: nothing },
  },
  notices: {
    observed: z.array(z.unknown()),
    /** Guests that are there now, and whether the link for one is open. */
    guests: z.object({ count: z.number(), isLinkOpen: z.boolean() }),
    "guest-clock": z.object({ offsetMs: ms, errorMs: ms }),
    ended: z.object({ code: z.string() }),
  },
  failures: {},
});

/** Commands that a guest has. There are no others for it. */
export const guestContract = defineContract({
  id: "guest",
  title: "Guest",
  summary: "What a second device may do on a bench.",
  sources: [],
  leavesOut: [],
  subjects: [],
  commands: {
    "guest-open": {
      payload: nothing,
      reply: z.object({
        who: z.string(),
        seat: keySchema,
        shared: z.record(z.string(), z.unknown()),
      }),
    },
    "guest-clock": { payload: nothing, reply: z.object({ atMs: z.number() }) },
    "guest-report": {
      payload: z.strictObject({
        offsetMs: ms,
        errorMs: ms,
        facts: z.array(guestFactSchema).max(50),
      }),
      reply: nothing,
    },
  },
  notices: {
    shared: z.record(z.string(), z.unknown()),
    /** Only of the guest's own client; see `server/guest-view.ts`. */
    observed: z.array(z.unknown()),
    ended: z.object({ code: z.string() }),
  },
  failures: {},
});
