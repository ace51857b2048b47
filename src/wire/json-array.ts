/** Source: RFC 8259, section 5. Leaves out: whether the elements themselves are valid. */

const code = (char: string): number => char.charCodeAt(0);
const [quote, backslash, comma] = [code('"'), code("\\"), code(",")];
const opening: readonly number[] = [code("["), code("{")];
const closing: readonly number[] = [code("]"), code("}")];

/** Where an element of an array stands. */
export interface Span {
  from: number;
  to: number;
}

/**
 * The elements of the JSON array that fills `bytes[from, to)`, in one pass; undefined when it is
 * no array or does not end there.
 */
export function arraySpans(bytes: Uint8Array, from: number, to: number): Span[] | undefined {
  if (to - from < 2 || bytes[from] !== code("[")) return undefined;
  const spans: Span[] = [];
  let [depth, start, isText] = [0, from + 1, false];
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (isText) {
      if (byte === backslash) at++;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (opening.includes(byte)) depth++;
    else if (closing.includes(byte) && --depth === 0) {
      if (at !== to - 1 || byte !== code("]")) return undefined;
      if (at > start) spans.push({ from: start, to: at });
      return spans;
    } else if (byte === comma && depth === 1) {
      spans.push({ from: start, to: at });
      start = at + 1;
    }
  }
  return undefined;
}
