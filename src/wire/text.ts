/** Longest value that a field shows; the bytes themselves are all in the grid. */
export const shownChars = 160;

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const loose = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

/** The text of UTF-8 bytes, or undefined when they are not valid UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes of a text in UTF-8. */
export const utf8Bytes = (text: string): Uint8Array => encoder.encode(text);

/** Each byte as the character of its number, so that offsets stay what they are. */
export function latin1(bytes: Uint8Array, from = 0, to = bytes.length): string {
  const piece = 8192;
  let text = "";
  for (let at = from; at < to; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + piece)));
  return text;
}

/** Bytes of a text whose characters are all below 256. */
export const latin1Bytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => char.charCodeAt(0));

/** The beginning of bytes as text, for a field's value; what is no UTF-8 shows as �. */
export function preview(bytes: Uint8Array): string {
  const text = loose.decode(bytes.subarray(0, shownChars * 4));
  return text.length > shownChars || bytes.length > shownChars * 4
    ? `${text.slice(0, shownChars)}…`
    : text;
}

/** The beginning of bytes as hexadecimal digits, for a field's value. */
export function hexPreview(bytes: Uint8Array): string {
  const end = Math.min(bytes.length, 32);
  let text = hexPairs[bytes[0] ?? 0] ?? "";
  for (let at = 1; at < end; at++) text += ` ${hexPairs[bytes[at] ?? 0]}`;
  return bytes.length > 32 ? `${text} …` : bytes.length > 0 ? text : "";
}

/** Each byte as two hexadecimal digits. */
export const hexPairs: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0"),
);

/** Joins pieces to one run of bytes. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
