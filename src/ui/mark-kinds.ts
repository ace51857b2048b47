/** A sign on a lane: its shape says what its colour says. */
export type SignShapeName = "dot" | "cross" | "ring" | "box" | "tick";

/** How each kind of mark is drawn: its sign, and whether it tells of something that failed. */
export const markKinds = {
  buffered: ["box", "plain"],
  dropped: ["cross", "no"],
  "ack-timed-out": ["cross", "no"],
  "ack-late": ["ring", "no"],
  returned: ["tick", "plain"],
  handled: ["dot", "plain"],
  "no-listener": ["ring", "no"],
  "to-nobody": ["cross", "no"],
  disconnected: ["tick", "no"],
  connected: ["tick", "plain"],
  upgraded: ["tick", "plain"],
  fault: ["cross", "no"],
  mended: ["tick", "plain"],
  refused: ["cross", "no"],
  listening: ["ring", "plain"],
  forgot: ["box", "plain"],
  "ghost-end": ["tick", "plain"],
  skipped: ["tick", "plain"],
  called: ["tick", "plain"],
  "call-failed": ["cross", "no"],
} as const satisfies Record<string, readonly [SignShapeName, "plain" | "no"]>;

/** What may happen on one lane without an arrow. */
export type MarkKind = keyof typeof markKinds;
