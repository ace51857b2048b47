import type { ConversationView, Filter, Overview, PacketDetail, PacketRow } from "./model.ts";

/** What the page asks the worker for, and what it gets. */
export interface Asks {
  open: { ask: { file: Blob }; answer: Overview };
  /** Answers with how many packets are listed. */
  filter: { ask: { filter: Filter }; answer: number };
  /** Lines of the list, as it is filtered. */
  rows: { ask: { from: number; to: number }; answer: PacketRow[] };
  packet: { ask: { index: number }; answer: PacketDetail };
  conversation: { ask: { index: number }; answer: ConversationView | undefined };
  /** Place in the list of a packet, or of the first one behind it. */
  place: { ask: { index: number }; answer: number };
}

export type AskName = keyof Asks;

/** One question to the worker. A newer one of the same name takes the place of an older one. */
export type Question = {
  [Name in AskName]: { id: number; name: Name; ask: Asks[Name]["ask"] };
}[AskName];

/** How far a long task has come. */
export interface Progress {
  done: number;
  total: number;
}

/** What the worker says. `stale`: a newer question took the place of this one. */
export type Reply =
  | { id: number; kind: "answer"; answer: Asks[AskName]["answer"] }
  | { id: number; kind: "progress"; progress: Progress }
  | { id: number; kind: "stale" }
  | { id: number; kind: "failed"; message: string };
