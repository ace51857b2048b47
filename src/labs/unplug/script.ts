import type { Condition } from "./condition.ts";
import type { ClientName, ScenarioId } from "./model.ts";

/** What the network, or the server, does to a client. */
export type ServerFault = "cut" | "pull" | "strand" | "plug" | "kick";

/** One step of a run. A wait is for something that is observed, never for a time. */
export type Step =
  | { do: "news"; times: number }
  | { do: "orders"; who: ClientName; times: number }
  | { do: ServerFault | "disconnect" | "connect" | "give-up"; who: ClientName }
  | { do: "listeners"; who: ClientName; times: number }
  | { do: "restart" }
  /** Until all that is on its way has come. */
  | { do: "settle" }
  | { do: "until"; sees: Condition; who: ClientName };

const news = (times: number): Step => ({ do: "news", times });
const orders = (times: number, who: ClientName = "Bob"): Step => ({ do: "orders", who, times });
const act = (what: ServerFault | "disconnect" | "connect" | "give-up", who: ClientName = "Bob") =>
  ({ do: what, who }) as const;
const until = (sees: Condition, who: ClientName = "Bob"): Step => ({ do: "until", sees, who });
const listeners = (times: number): Step => ({ do: "listeners", who: "Bob", times });
const settle: Step = { do: "settle" };

const cut = [act("cut"), until("gone")];
const plug = [act("plug"), until("back")];
const last = [news(1), orders(1)];

/** The steps of each scenario; by hand there are none. What is on its way at the end has time to come. */
export const scripts: Readonly<Record<ScenarioId, readonly Step[]>> = {
  cut: [...last, settle, ...cut, news(2), orders(1), ...plug, ...last],
  "pull-and-plug": [
    ...last,
    settle,
    act("pull"),
    news(2),
    orders(1),
    until("pinged"),
    act("plug"),
    settle,
    ...last,
  ],
  "pull-too-long": [...last, settle, act("pull"), news(2), until("gone"), ...plug, ...last],
  "dead-link": [
    ...last,
    settle,
    act("pull"),
    orders(2),
    until("gone"),
    orders(1),
    ...plug,
    orders(1),
  ],
  manual: [
    news(1),
    settle,
    act("disconnect"),
    until("gone"),
    news(2),
    orders(1),
    act("connect"),
    until("back"),
    news(1),
  ],
  "away-news": [news(1), settle, ...cut, news(3), ...plug, news(1)],
  "away-orders": [orders(1), settle, ...cut, orders(3), ...plug, orders(1)],
  "late-listener": [listeners(0), news(2), settle, listeners(1), news(2)],
  "no-listener": [listeners(0), news(2), orders(1)],
  "two-listeners": [news(1), settle, listeners(2), news(2)],
  "cut-at-once": [...cut, news(2), ...plug, news(1)],
  ghost: [
    news(1),
    settle,
    act("strand"),
    act("give-up"),
    until("gone-here"),
    news(2),
    until("back"),
    news(1),
    until("one-socket"),
    news(1),
  ],
  kick: [
    news(1),
    settle,
    ...cut,
    news(1),
    ...plug,
    act("kick"),
    until("gone"),
    news(1),
    act("connect"),
    until("back"),
    news(1),
  ],
  quiet: [news(1), settle, until("forgot-packets"), ...cut, news(2), ...plug, news(1)],
  "too-late": [news(1), settle, ...cut, news(2), until("forgot-session"), ...plug, news(1)],
  "slow-answer": [
    orders(1),
    settle,
    act("pull"),
    orders(1),
    until("timed-out"),
    act("plug"),
    settle,
    orders(1),
  ],
  order: [orders(1)],
  "orders-lost": [
    act("pull", "Ann"),
    act("pull"),
    orders(1, "Ann"),
    orders(1),
    until("gone", "Ann"),
    until("gone"),
    act("plug", "Ann"),
    act("plug"),
    until("back", "Ann"),
    until("back"),
  ],
  "after-disconnect": [
    orders(1),
    settle,
    act("disconnect"),
    until("gone"),
    orders(1),
    act("connect"),
    until("back"),
  ],
  burst: [orders(3)],
  restart: [...last, settle, { do: "restart" }, until("gone"), orders(1), until("back"), ...last],
  "both-away": [
    news(1),
    settle,
    act("cut", "Ann"),
    act("cut"),
    until("gone", "Ann"),
    until("gone"),
    news(2),
    orders(1, "Ann"),
    orders(1),
    act("plug", "Ann"),
    act("plug"),
    until("back", "Ann"),
    until("back"),
    news(1),
  ],
  "by-hand": [],
};
