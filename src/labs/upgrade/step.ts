/** One thing that happened in a run: who sent what to whom, and why. */
export interface Step {
  /** Milliseconds after the first request came to the server, as measured. */
  atMs: number;
  /** The same, moved behind its cause where two clocks disagree. */
  orderMs: number;
  /** How far `atMs` may be wrong; 0 on the server's own clock. */
  errorMs: number;
  /** `Ann`, `server`; or Ann's own program, which is told something. */
  from: "Ann" | "server" | "page";
  /** Number of the request that it belongs to, as in the waterfall; absent for the program. */
  request?: number;
  /** In HTTP's or the program's own words: `GET polling`, `101`, `connect`. Empty for a frame. */
  what: string;
  /** Engine.IO packets in it, as text. */
  packets: readonly string[];
  /** One sentence for each packet, or one for all. */
  why: string;
}
