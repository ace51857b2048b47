import { expect, test } from "vitest";
import { renamed } from "./renamed.mjs";

test.each([
  ["class EchoLab {}", "class PacketLossLab {}"],
  ["export const echoContract = 1;", "export const packetLossContract = 1;"],
  ['id: "echo", title: "Echo"', 'id: "packet-loss", title: "Packet loss"'],
  [".echo-controls {}", ".packet-loss-controls {}"],
  ['import "./echo-lab.ts";', 'import "./packet-loss-lab.ts";'],
  ["src/labs/echo/echo-lab.ts", "src/labs/packet-loss/packet-loss-lab.ts"],
  ['page.goto("/labs/echo/")', 'page.goto("/labs/packet-loss/")'],
  ['name: "Lab: Echo"', 'name: "Lab: Packet loss"'],
])("%s becomes %s", (text, expected) => {
  expect(renamed(text, "packet-loss")).toBe(expected);
});
