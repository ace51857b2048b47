/** Bytes are missing at the end: at least `need` in all, of which `have` are there. */
export interface Truncated {
  code: "truncated";
  need: number;
  have: number;
}

/** Bytes that break a rule of their protocol, at offset `at`. */
export interface Malformed {
  code: "malformed";
  at: number;
  /** What holds there, in one sentence. */
  rule: string;
}

/** Why bytes could not be read. */
export type WireFailure = Truncated | Malformed;

export const truncated = (need: number, have: number): Truncated => ({
  code: "truncated",
  need,
  have,
});

export const malformed = (at: number, rule: string): Malformed => ({ code: "malformed", at, rule });
