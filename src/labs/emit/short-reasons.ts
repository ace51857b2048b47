import type { ReasonCode } from "./reason.ts";

/** The reasons in the two or three words that fit beside a lane. */
export const shortReasons: Readonly<Record<ReasonCode, string>> = {
  handled: "",
  "no-listener": "no listener",
  "sender-left-out": "the sender",
  "not-in-room": "not in the room",
  "kept-out": "room kept out",
  "not-in-namespace": "other namespace",
  "turned-back": "refused",
  "not-connected": "not connected",
  "only-to": "not addressed",
  "server-silent": "nothing emitted",
  "only-answered": "only answered",
  "never-sent": "never sent",
  refused: "turned away",
  lost: "connection broke",
  "on-its-way": "on its way",
  pending: "",
  unexplained: "not known",
};
