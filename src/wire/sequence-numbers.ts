/** Source: RFC 9293, section 3.4: numbers of 32 bits that go round. */

/** How far `a` is ahead of `b`; negative when it is behind. Right within half of all numbers. */
export const seqDistance = (a: number, b: number): number => (a - b) | 0;

/** The number `count` behind `seq`. */
export const seqPlus = (seq: number, count: number): number => (seq + count) >>> 0;
