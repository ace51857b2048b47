const encoder = new TextEncoder();

/** Looks for a text in bytes, as UTF-8; large and small letters of ASCII are the same. */
export function textFinder(text: string): (bytes: Uint8Array) => boolean {
  const small = encoder.encode(text.toLowerCase());
  const large = encoder.encode(text.toUpperCase());
  // Some letters have another length in capitals: then only the text as it is typed is found.
  const other = small.length === large.length ? large : small;
  return (bytes) => {
    const end = bytes.length - small.length;
    for (let at = 0; at <= end; at++) if (standsAt(bytes, at, small, other)) return true;
    return false;
  };
}

function standsAt(bytes: Uint8Array, at: number, small: Uint8Array, large: Uint8Array): boolean {
  for (let offset = 0; offset < small.length; offset++) {
    const byte = bytes[at + offset];
    if (byte !== small[offset] && byte !== large[offset]) return false;
  }
  return true;
}
