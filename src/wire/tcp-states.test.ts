import { expect, test } from "vitest";
import { tcpStateNames, tcpTransitions } from "./tcp-states.ts";

const from = (state: string) => tcpTransitions.filter((row) => row.from === state);

test("[RFC 9293 3.3.2] the figure has eleven states and twenty arrows, no two alike", () => {
  expect(tcpStateNames.length).toBe(11);
  const arrows = new Set(tcpTransitions.map(({ from, cause }) => `${from} ${cause}`));
  expect(arrows.size).toBe(20);
  expect(tcpTransitions.length).toBe(20);
});

test("[RFC 9293 3.3.2] every state is reached from CLOSED, and leads back to it", () => {
  const reached = new Set<string>(["CLOSED"]);
  for (const state of reached) for (const { to } of from(state)) reached.add(to);
  expect([...reached].sort()).toEqual([...tcpStateNames].sort());
  for (const state of tcpStateNames) {
    const onwards = new Set<string>([state]);
    for (const one of onwards) for (const { to } of from(one)) onwards.add(to);
    expect(onwards).toContain("CLOSED");
  }
});

test("[RFC 9293 3.6] a FIN is sent from three states, and only after CLOSE", () => {
  const closing = tcpTransitions.filter(({ sends }) => sends === "FIN");
  expect(closing.map((row) => row.from)).toEqual(["SYN-RECEIVED", "ESTABLISHED", "CLOSE-WAIT"]);
  expect(new Set(closing.map(({ cause }) => cause))).toEqual(new Set(["CLOSE"]));
});

test("[RFC 9293 3.6] TIME-WAIT is entered from the side that had sent its FIN first", () => {
  const into = tcpTransitions.filter(({ to }) => to === "TIME-WAIT").map((row) => row.from);
  expect(into).toEqual(["FIN-WAIT-2", "CLOSING"]);
});
