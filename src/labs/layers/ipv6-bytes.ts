/** Source: RFC 4291, section 2.2, forms 1 and 2. */

const GROUP = /^[0-9a-f]{1,4}$/i;

/** The 16 bytes of an IPv6 address as it is written; undefined when it is none. */
export function ipv6Bytes(text: string): Uint8Array | undefined {
  const halves = text.trim().split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const groups = [...head, ...tail];
  const missing = 8 - groups.length;
  const isWhole = halves.length === 2 ? missing >= 1 : missing === 0;
  if (!isWhole || !groups.every((group) => GROUP.test(group))) return undefined;
  const all = [...head, ...Array<string>(missing).fill("0"), ...tail];
  return Uint8Array.from(all.flatMap((group) => wordBytes(Number.parseInt(group, 16))));
}

const wordBytes = (word: number): number[] => [word >> 8, word & 0xff];
