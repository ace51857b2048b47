/** Numbers that real hosts choose, mostly at random. These are made up. */
export interface MadeNumbers {
  /** Ann's port, from the range that is for such (RFC 6335, section 6). */
  annPort: number;
  /** The port that a router's translation gives her instead. */
  natPort: number;
  /** Of Ann's first packet with her message. */
  identification: number;
  /** Of her fragments in IPv6, where only they have such a number. */
  fragmentIdentification: number;
  annSeq: number;
  serverSeq: number;
  annClock: number;
  serverClock: number;
}

export const madeNumbers: MadeNumbers = {
  annPort: 50_123,
  natPort: 40_008,
  identification: 0x1c46,
  fragmentIdentification: 0x5b2f_1c46,
  annSeq: 3_141_592_653,
  serverSeq: 271_828_182,
  annClock: 1_000_246,
  serverClock: 2_000_135,
};
