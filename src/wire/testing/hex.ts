/** Bytes of hexadecimal digits; white space is skipped. */
export const hex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.replace(/\s/g, "").match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
