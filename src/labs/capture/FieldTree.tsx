import { useEffect, useState } from "preact/hooks";
import type { AnyField } from "#ui/byte-cell.ts";
import type { FieldGroup } from "./field-groups.ts";

interface FieldTreeProps {
  label: string;
  groups: readonly FieldGroup[];
  /** Ids of the fields that were chosen: their branch is opened. */
  chosen: readonly string[];
  lit: readonly string[];
  onSelect: (field: AnyField) => void;
  onPoint: (field: AnyField | undefined) => void;
}

/** Headers as branches, fields as leaves. The last branches are open at first. */
export function FieldTree(props: FieldTreeProps) {
  const { label, groups, chosen, lit, onSelect, onPoint } = props;
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(groups.slice(-2).map(({ id }) => id)),
  );
  const holding = groups.find(({ fields }) => fields.some(({ id }) => chosen.includes(id)))?.id;
  useEffect(() => {
    if (holding !== undefined) setOpen((before) => new Set([...before, holding]));
  }, [holding]);
  const toggle = (id: string, isOpen: boolean) =>
    setOpen(
      (before) => new Set(isOpen ? [...before, id] : [...before].filter((one) => one !== id)),
    );
  return (
    // A group, and no region: a page may show several, and landmarks are few.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div class="capture-tree" role="group" aria-label={label}>
      {groups.map((group) => (
        <details
          key={group.id}
          class="layer"
          data-layer={group.layer}
          open={open.has(group.id)}
          onToggle={(event) => toggle(group.id, event.currentTarget.open)}
        >
          <summary>
            <b>{group.title}</b> <span>{group.summary}</span>
          </summary>
          {open.has(group.id) ? (
            <ul>
              {group.fields.map((field) => (
                <li key={field.id}>
                  <button
                    type="button"
                    aria-pressed={chosen.includes(field.id)}
                    data-lit={lit.includes(field.id) ? "" : undefined}
                    onClick={() => onSelect(field)}
                    onMouseEnter={() => onPoint(field)}
                    onMouseLeave={() => onPoint(undefined)}
                    onFocus={() => onPoint(field)}
                    onBlur={() => onPoint(undefined)}
                  >
                    <span>{field.name}</span> <code>{field.value}</code>
                  </button>
                </li>
              ))}
            </ul>
          ) : null}
        </details>
      ))}
    </div>
  );
}
