const longest = 40;

/**
 * An Engine.IO packet as text, for showing: without session ids, which are nobody's business, and
 * cut at 40 characters. Source: Engine.IO protocol 4, Socket.IO protocol 5.
 */
export function packetText(type: string, data: unknown): string {
  const body = typeof data === "string" ? data : data === undefined ? "" : "(binary)";
  const text = `${digits[type] ?? "?"}${body}`.replace(/("(?:sid|pid)":")[^"]*"/g, '$1…"');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** The one character that an Engine.IO packet type is on the wire. */
const digits: Readonly<Record<string, string>> = {
  open: "0",
  close: "1",
  ping: "2",
  pong: "3",
  message: "4",
  upgrade: "5",
  noop: "6",
};
