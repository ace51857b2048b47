import type { AnyField } from "#ui/byte-cell.ts";
import { fieldPlace } from "#ui/field-place.ts";
import { layerName } from "#ui/layer-names.ts";
import { SourceLink } from "#ui/SourceLink.tsx";
import type { Passed } from "./conversation.ts";

export interface ByteDetailProps {
  message: Passed;
  at: number | undefined;
  /** The fields that are lit: several where they share a byte. */
  fields: readonly AnyField[];
}

/** What is lit, in words. Its height is the same, whatever it says. */
export function ByteDetail({ message, at, fields }: ByteDetailProps) {
  const mark = message.marks.find(({ from, to }) => at !== undefined && at >= from && at < to);
  return (
    <div class="wire-detail">
      {fields.length === 0 ? (
        <p class="wire-hint">Point at a byte, or go there by Tab and arrow keys.</p>
      ) : null}
      {at === undefined ? null : <p class="wire-detail-byte">{byteSentence(message, at)}</p>}
      {fields.map((field) => (
        <p key={field.id} class="layer" data-layer={field.layer}>
          <b>
            {layerName(field.layer)}: {field.name}
          </b>{" "}
          <span class="wire-detail-place">{fieldPlace(field)}</span> <code>{field.value}</code>
          {fields.length === 1 ? (
            <>
              <br />
              {field.meaning} <SourceLink source={field.source} />
            </>
          ) : null}
        </p>
      ))}
      {mark ? (
        <p>Overwritten before it left the server: {maskWords[mark.why] ?? mark.why}.</p>
      ) : null}
    </div>
  );
}

/** Why bytes were overwritten, in words. */
export const maskWords: Readonly<Record<string, string>> = {
  cookie: "a cookie",
  authorization: "a proof of who asks",
  forwarded: "what a proxy says of the client",
  unknown: "a header that is not known here, and may hold a secret",
  address: "an address",
  key: "a key of this page",
};

const hex = (byte: number | undefined): string => `0x${(byte ?? 0).toString(16).padStart(2, "0")}`;

function byteSentence({ bytes, plain }: Passed, at: number): string {
  const isMasked = bytes[at] !== plain[at];
  const byte = plain[at] ?? 0;
  const char = byte > 0x20 && byte < 0x7f ? ` “${String.fromCharCode(byte)}”` : "";
  return isMasked
    ? `Byte ${at}: ${hex(bytes[at])} on the wire, ${hex(byte)}${char} without its mask`
    : `Byte ${at}: ${hex(byte)}${char}`;
}
