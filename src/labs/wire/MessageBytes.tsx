import { useMemo, useState } from "preact/hooks";
import { ByteGrid } from "#ui/ByteGrid.tsx";
import type { AnyField, ByteMark } from "#ui/byte-cell.ts";
import { FieldTable } from "#ui/FieldTable.tsx";
import { offsetsOf } from "#ui/field-place.ts";
import { Segmented } from "#ui/Segmented.tsx";
import { ByteDetail, maskWords } from "./ByteDetail.tsx";
import type { Passed } from "./conversation.ts";
import { MaskAtWork } from "./MaskAtWork.tsx";
import { messageKind } from "./message-words.ts";
import type { Chosen } from "./wire-lab.ts";

/** Where pointer or focus is, or else what was chosen: a byte, or a field. */
type Spot = Pick<Chosen, "at" | "field">;

export interface MessageBytesProps {
  message: Passed;
  chosen: Spot;
  onChoose: (chosen: Spot) => void;
}

const spotFields = (message: Passed, { at, field }: Spot): AnyField[] => {
  if (field !== undefined) return message.fields.filter(({ id }) => id === field);
  if (at === undefined) return [];
  return message.fields.filter(({ from, to }) => at >= from && at < to);
};

/** The bytes of one message, their fields, and what of both is lit. */
export function MessageBytes({ message, chosen, onChoose }: MessageBytesProps) {
  const [pointed, setPointed] = useState<Spot>();
  const [isPlain, setIsPlain] = useState(false);
  const spot = pointed ?? chosen;
  const fields = spotFields(message, spot);
  const lit = [...new Set(fields.flatMap(offsetsOf))];
  const marks = useMemo(() => marksOf(message), [message]);
  const isMasked = message.fields.some(({ id }) => id === "websocket.masking-key");
  const point = (to: Spot | undefined) => setPointed(to);
  return (
    <div class="wire-bytes">
      {isMasked ? (
        <Segmented
          label="The payload as it is"
          value={isPlain ? "plain" : "wire"}
          options={[
            { value: "wire", label: "on the wire" },
            { value: "plain", label: "without its mask" },
          ]}
          onChange={(shown) => setIsPlain(shown === "plain")}
        />
      ) : null}
      <ByteGrid
        key={message.id}
        label={`Bytes: ${messageKind(message)}`}
        bytes={isPlain ? message.plain : message.bytes}
        fields={message.fields}
        marks={marks}
        selected={lit}
        onSelect={(at) => onChoose({ at })}
        onPoint={(at) => point(at === undefined ? undefined : { at })}
      />
      <ByteDetail message={message} at={spot.at} fields={fields} />
      <MaskAtWork message={message} lit={lit} />
      <FieldTable
        label={`Fields: ${messageKind(message)}`}
        fields={message.fields}
        selected={fields.map(({ id }) => id)}
        onSelect={({ id }) => onChoose({ field: id })}
        onPoint={(field) => point(field && { field: field.id })}
      />
      {message.broken.map(({ rule, source }) => (
        <p key={rule}>
          This breaks a rule: {rule} ({source})
        </p>
      ))}
    </div>
  );
}

const marksOf = ({ marks }: Passed): ByteMark[] =>
  marks.map(({ from, to, why }) => ({
    from,
    to,
    look: "covered",
    says: `overwritten: ${maskWords[why] ?? why}`,
  }));
