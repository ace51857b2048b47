/** What a row may say beyond its name, size and meaning. */
interface More<Value> {
  label?: string;
  show?: (value: Value) => string;
}

/** Makers of rows that one source defines: `number("ttl", 8, "…")`. */
export const rowsOf = (source: string) => ({
  number: <const Name extends string>(
    name: Name,
    bits: number,
    doc: string,
    more: More<number> = {},
  ) => ({ kind: "number" as const, name, bits, doc, source, ...more }),

  flag: <const Name extends string>(name: Name, doc: string, more: More<boolean> = {}) => ({
    kind: "flag" as const,
    name,
    bits: 1,
    doc,
    source,
    ...more,
  }),

  bytes: <const Name extends string>(
    name: Name,
    sizeBytes: number,
    doc: string,
    more: More<Uint8Array> = {},
  ) => ({ kind: "bytes" as const, name, bits: sizeBytes * 8, doc, source, ...more }),
});
