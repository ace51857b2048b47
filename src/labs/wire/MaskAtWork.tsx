import { fieldOf } from "#wire/dissect.ts";
import type { Passed } from "./conversation.ts";

const shown = 9;

const hex = (byte: number | undefined): string => (byte ?? 0).toString(16).padStart(2, "0");
const char = (byte: number | undefined): string =>
  byte !== undefined && byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";

/** The masking key at work: each byte of the payload with its byte of the key, and what comes of it. */
export function MaskAtWork({ message }: { message: Passed }) {
  const key = fieldOf(message, "websocket.masking-key");
  if (!key || key.to >= message.bytes.length) return null;
  const { bytes, plain } = message;
  const last = Math.min(bytes.length, key.to + shown);
  const offsets = Array.from({ length: last - key.to }, (_, index) => key.to + index);
  const keyByte = (at: number) => bytes[key.from + ((at - key.to) % 4)];
  const rows = [
    { name: "on the wire", cell: (at: number) => hex(bytes[at]) },
    { name: "XOR key", cell: (at: number) => hex(keyByte(at)) },
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
              <td key={at}>{cell(at)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
