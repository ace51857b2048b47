const columns = 16;

/** Frames as text that Wireshark's text2pcap reads: offsets, and bytes in rows of sixteen. */
export const hexDump = (frames: readonly Uint8Array[]): string =>
  frames.map((bytes) => `${rows(bytes).join("\n")}\n`).join("\n");

const rows = (bytes: Uint8Array): string[] =>
  Array.from({ length: Math.ceil(bytes.length / columns) }, (_, row) => {
    const at = row * columns;
    const hex = Array.from(bytes.subarray(at, at + columns), (byte) =>
      byte.toString(16).padStart(2, "0"),
    );
    return `${at.toString(16).padStart(6, "0")}  ${hex.join(" ")}`;
  });
