/** One thing that happened in a run: who sent what to whom, and why. */
export interface Step {
  /** Milliseconds after the first request came to the server. */
  atMs: number;
  /** How far that may be wrong; 0 on the server's own clock. */
  errorMs: number;
  /** `Ann`, `server`; or Ann's own program, which is told something. */
  from: "Ann" | "server" | "page";
  /** The row of the waterfall that it belongs to. */
  row: string;
  /** In HTTP's or the program's own words: `GET polling`, `101`, `connect`. Empty for a frame. */
  what: string;
  /** Engine.IO packets in it, as text. */
  packets: readonly string[];
  /** One sentence for each packet, or one for all. */
  why: string;
}
