import type { Passed } from "./conversation.ts";
import { messageKind } from "./message-words.ts";

const columns = 16;

const rowOf = (bytes: Uint8Array, at: number): string => {
  const row = Array.from(bytes.subarray(at, at + columns));
  const hex = row.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const chars = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "."));
  return `${at.toString(16).padStart(6, "0")}  ${hex.padEnd(columns * 3 - 1)}  ${chars.join("")}`;
};

/** Messages as text: a line that says what each is, and its bytes in rows of sixteen. */
export const hexText = (messages: readonly Passed[]): string =>
  messages
    .map((message) => {
      const { bytes, way } = message;
      const rows = Array.from({ length: Math.ceil(bytes.length / columns) }, (_, row) =>
        rowOf(bytes, row * columns),
      );
      const ways = way === "up" ? "Ann to server" : "server to Ann";
      return [`# ${ways}: ${messageKind(message)}, ${bytes.length} bytes`, ...rows].join("\n");
    })
    .join("\n\n")
    .concat("\n");

/** Messages and their fields, as a value for a JSON file. Offsets are those of the bytes. */
export const fieldsJson = (messages: readonly Passed[]): object[] =>
  messages.map(({ way, kind, connection, exchange, bytes, fields, marks, broken }) => ({
    way,
    kind,
    connection,
    exchange,
    bytes: Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    overwritten: marks,
    fields,
    broken,
  }));
