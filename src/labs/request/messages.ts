import type { Fact } from "#lab-kit/observation.ts";
import type { ProgramName, Settings } from "./model.ts";

/** What the server half tells the programs. */
export type Told = { do: "play"; settings: Settings } | { do: "go-on" };

/** A socket that is open, as the programs know it. */
export interface OpenSocket {
  name: string;
  local: number;
  /** 0 when it has no peer. */
  remote: number;
}

/** What the programs tell the server half. `look`: these are open now, and the kernel may be asked. */
export type Said =
  | { where: ProgramName; fact: Fact; atMs: number }
  | { look: OpenSocket[] }
  | { isDone: true };
