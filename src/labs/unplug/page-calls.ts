import type { OrderCall } from "./call.ts";
import { call as emit } from "./calls/page/emit.ts";
import { call as retries } from "./calls/page/retries.ts";
import { call as retriesSilent } from "./calls/page/retries-silent.ts";
import { call as timeout } from "./calls/page/timeout.ts";
import { call as volatile } from "./calls/page/volatile.ts";
import type { CallId } from "./model.ts";

/** What a page can call for an order. */
export const pageCalls: Readonly<Record<CallId, OrderCall>> = {
  emit,
  timeout,
  retries,
  "retries-silent": retriesSilent,
  volatile,
};
