import type { Fact } from "#lab-kit/observation.ts";
import type { readerName, Settings, writerName } from "./model.ts";

/** Which of the two programs. */
export type Side = typeof writerName | typeof readerName;

/** What the bench tells its program. Runs are numbered, so that nothing of an older one is taken. */
export type Told =
  | { do: "begin"; run: number; settings: Settings }
  | { do: "measure" | "resume"; run: number }
  | { do: "stop" };

/** Bytes that Node holds for a program. */
export interface Figures {
  writerHolds: number;
  readerHolds: number;
}

/** What the program tells its bench. */
export type Said = { run: number } & (
  | { fact: Fact; where: Side; atMs: number }
  | { ports: { writer: number; reader: number } }
  /** The writing program has nothing to do until the reading one goes on. */
  | { isStuck: true }
  | { figures: Figures }
  | { isOver: true }
);
