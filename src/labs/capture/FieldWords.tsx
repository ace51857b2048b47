import type { AnyField } from "#ui/byte-cell.ts";
import { fieldPlace } from "#ui/field-place.ts";
import { layerName } from "#ui/layer-names.ts";
import { SourceLink } from "#ui/SourceLink.tsx";

/** What is lit, in words. Its height is the same, whatever it says. */
export function FieldWords({ fields }: { fields: readonly AnyField[] }) {
  const [only] = fields;
  return (
    <div class="capture-words">
      {fields.length === 0 ? <p>Point at a byte or a field, or go there by keys.</p> : null}
      {fields.slice(0, 3).map((field) => (
        <p key={field.id} class="layer" data-layer={field.layer}>
          <b>
            {layerName(field.layer)}: {field.name}
          </b>{" "}
          <span>{fieldPlace(field)}</span> <code>{field.value}</code>
        </p>
      ))}
      {fields.length === 1 && only ? (
        <p>
          {only.meaning} {only.source ? <SourceLink source={only.source} /> : null}
        </p>
      ) : null}
    </div>
  );
}
