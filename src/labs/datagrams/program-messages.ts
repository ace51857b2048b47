import type { Fact } from "#lab-kit/observation.ts";
import type { Settings } from "./model.ts";

/** What the server half tells the program. */
export type Told = { do: "run"; settings: Settings } | { do: "progress" };

/** What the program says: facts with their time, and, when asked, how far it is. */
export type Said = { where: string; fact: Fact; atMs: number } | { progress: Progress };

export interface Progress {
  /** All is sent, and nothing waits in the program. */
  isIdle: boolean;
  /** Datagrams and reads handled so far. */
  handled: number;
  /** Its UDP sockets' ports, by name. */
  ports: Readonly<Record<string, number>>;
}
