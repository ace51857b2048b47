import { fieldOf } from "#wire/dissect.ts";
import type { Passed } from "./conversation.ts";

const shown = 9;

const hex = (byte: number | undefined): string => (byte ?? 0).toString(16).padStart(2, "0");
const char = (byte: number | undefined): string =>
  byte !== undefined && byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";

export interface MaskAtWorkProps {
  message: Passed;
  /** Offsets that are lit, in the payload or in the key. */
  lit: readonly number[];
}

/** The masking key at work: each byte of the payload with its byte of the key, and what comes of it. */
export function MaskAtWork({ message, lit }: MaskAtWorkProps) {
  const key = fieldOf(message, "websocket.masking-key");
  if (!key || key.to >= message.bytes.length) return null;
  const { bytes, plain } = message;
  const last = Math.min(bytes.length, key.to + shown);
  const offsets = Array.from({ length: last - key.to }, (_, index) => key.to + index);
  const keyOffset = (at: number) => key.from + ((at - key.to) % 4);
  const isLit = (at: number) => lit.includes(at);
  const rows = [
    { name: "on the wire", cell: (at: number) => hex(bytes[at]) },
    { name: "XOR key", cell: (at: number) => hex(bytes[keyOffset(at)]) },
    { name: "= payload", cell: (at: number) => hex(plain[at]) },
    { name: "as text", cell: (at: number) => char(plain[at]) },
  ];
  return (
    <table class="wire-mask">
      <caption>
        The masking key at work{last < bytes.length ? `, first ${shown} bytes` : ""}
      </caption>
      <tbody>
        {rows.map(({ name, cell }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {offsets.map((at) => (
              <td key={at} data-lit={isLit(at) ? "" : undefined}>
                {cell(at)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
