import type { OrderListener } from "./call.ts";
import { call as onceAtOnce } from "./calls/server/once-at-once.ts";
import { call as onceLate } from "./calls/server/once-late.ts";
import { call as onceNever } from "./calls/server/once-never.ts";
import { call as plainAtOnce } from "./calls/server/plain-at-once.ts";
import { call as plainLate } from "./calls/server/plain-late.ts";
import { call as plainNever } from "./calls/server/plain-never.ts";
import type { ListenerId } from "./model.ts";

/** The listeners for an order that a reader can choose. */
export const orderListeners: Readonly<Record<ListenerId, OrderListener>> = {
  "plain-at-once": plainAtOnce,
  "plain-late": plainLate,
  "plain-never": plainNever,
  "once-at-once": onceAtOnce,
  "once-late": onceLate,
  "once-never": onceNever,
};
