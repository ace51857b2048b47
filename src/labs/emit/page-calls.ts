import type { PageCall } from "./call.ts";
import { call as ack } from "./calls/page/ack.ts";
import { call as emit } from "./calls/page/emit.ts";
import { call as timeout } from "./calls/page/timeout.ts";
import { call as volatile } from "./calls/page/volatile.ts";
import type { PageCallId } from "./model.ts";

/** What a client may call, by id. */
export const pageCalls: Readonly<Record<PageCallId, PageCall>> = { emit, ack, timeout, volatile };
