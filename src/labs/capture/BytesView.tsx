import { useState } from "preact/hooks";
import { ByteGrid } from "#ui/ByteGrid.tsx";
import type { AnyField } from "#ui/byte-cell.ts";
import { offsetsOf } from "#ui/field-place.ts";
import { Segmented } from "#ui/Segmented.tsx";
import { FieldTree } from "./FieldTree.tsx";
import { FieldWords } from "./FieldWords.tsx";
import type { FieldGroup } from "./field-groups.ts";

interface BytesViewProps {
  label: string;
  bytes: Uint8Array;
  /** The same with the payload unmasked, where that is something else. */
  plain?: Uint8Array;
  fields: readonly AnyField[];
  groups: readonly FieldGroup[];
}

/** Where pointer or focus is, or else what was chosen. */
interface Spot {
  at?: number;
  field?: string;
}

/** Bytes, their fields as a tree, and what of both is lit. */
export function BytesView({ label, bytes, plain, fields, groups }: BytesViewProps) {
  const [chosen, setChosen] = useState<Spot>({});
  const [pointed, setPointed] = useState<Spot>();
  const [isPlain, setIsPlain] = useState(false);
  const isMasked = fields.some(({ id }) => id === "websocket.masking-key");
  const lit = fieldsAt(fields, pointed ?? chosen);
  return (
    <div class="capture-bytes">
      <FieldTree
        label={`Fields: ${label}`}
        groups={groups}
        chosen={fieldsAt(fields, chosen).map(({ id }) => id)}
        lit={lit.map(({ id }) => id)}
        onSelect={({ id }) => setChosen({ field: id })}
        onPoint={(field) => setPointed(field && { field: field.id })}
      />
      <div class="capture-grid">
        {plain && isMasked ? (
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
        <FieldWords fields={lit} />
        <ByteGrid
          label={`Bytes: ${label}`}
          bytes={isPlain && plain ? plain : bytes}
          fields={fields}
          selected={[...new Set(lit.flatMap(offsetsOf))]}
          onSelect={(at) => setChosen({ at })}
          onPoint={(at) => setPointed(at === undefined ? undefined : { at })}
        />
      </div>
    </div>
  );
}

function fieldsAt(fields: readonly AnyField[], { at, field }: Spot): AnyField[] {
  if (field !== undefined) return fields.filter(({ id }) => id === field);
  if (at === undefined) return [];
  return fields.filter(({ from, to }) => at >= from && at < to);
}
