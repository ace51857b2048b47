import type { Call, ScenarioId, SocketName, Step } from "./model.ts";

const step = (call: Call, on: SocketName): Step => ({ call, on });
const waiting = (call: Call, on: SocketName): Step => ({ call, on, mayWait: true });

const listening: Step[] = [step("bind", "L1"), step("listen", "L1")];
const connected: Step[] = [...listening, step("connect", "C1"), step("accept", "L1")];
const three: Step[] = [
  ...listening,
  step("connect", "C1"),
  step("connect", "C2"),
  step("connect", "C3"),
];

/** The calls of each scenario, in their order. A run by hand has none of its own. */
export const scripts: Readonly<Record<ScenarioId, readonly Step[]>> = {
  "listen-connect": [
    ...listening,
    step("connect", "C1"),
    step("accept", "L1"),
    step("send", "C1"),
    step("recv", "S1"),
  ],
  "half-close": [
    ...connected,
    step("send", "C1"),
    step("shutdown", "C1"),
    step("recv", "S1"),
    step("recv", "S1"),
    step("send", "S1"),
    step("recv", "C1"),
  ],
  "time-wait": [...connected, step("close", "C1"), step("recv", "S1"), step("close", "S1")],
  "server-first": [
    ...connected,
    step("close", "S1"),
    step("recv", "C1"),
    step("close", "C1"),
    step("close", "L1"),
    step("bind", "L2"),
    step("listen", "L2"),
  ],
  refused: [...listening, step("close", "L1"), step("connect", "C1")],
  reset: [...connected, step("reset", "S1"), step("recv", "C1")],
  unread: [...connected, step("send", "C1"), step("close", "S1"), step("recv", "C1")],
  "in-use": [
    step("bind", "L1"),
    step("bind", "L2"),
    step("listen", "L1"),
    step("listen", "L2"),
    step("close", "L2"),
    step("bind", "L2"),
  ],
  epipe: [...connected, step("close", "S1"), step("send", "C1"), step("send", "C1")],
  closed: [
    ...connected,
    step("close", "C1"),
    step("close", "C1"),
    step("send", "C1"),
    step("close", "L1"),
    step("connect", "C2"),
  ],
  backlog: [
    ...listening,
    step("connect", "C1"),
    step("connect", "C2"),
    waiting("connect", "C3"),
    waiting("connect", "C4"),
  ],
  "one-accept": [...three, step("accept", "L1"), step("accept", "L1"), step("accept", "L1")],
  "three-connections": [
    ...three,
    step("accept", "L1"),
    step("accept", "L1"),
    step("accept", "L1"),
    step("send", "C2"),
    step("recv", "S2"),
  ],
  "by-hand": [],
};
