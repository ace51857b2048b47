import { useLayoutEffect, useRef } from "preact/hooks";
import "./field-table.css";
import "./layers.css";
import type { AnyField } from "./byte-cell.ts";
import { fieldPlace } from "./field-place.ts";
import { layerName } from "./layer-names.ts";
import { SourceLink } from "./SourceLink.tsx";

export interface FieldTableProps {
  label: string;
  fields: readonly AnyField[];
  /** Ids of the fields that are lit. */
  selected: readonly string[];
  onSelect: (field: AnyField) => void;
  /** The field under the pointer or the keyboard's focus; undefined when there is none any more. */
  onPoint?: (field: AnyField | undefined) => void;
}

/** The same bytes as the grid, field by field: where, what, what it means and where that is written. */
export function FieldTable({ label, fields, selected, onSelect, onPoint }: FieldTableProps) {
  const root = useRef<HTMLDivElement>(null);
  const [first] = selected;
  useLayoutEffect(() => {
    const table = root.current;
    // Under pointer or focus it stands still: there the reader has chosen the row.
    if (first === undefined || !table || table.matches(":hover, :focus-within")) return;
    reveal(table, `[data-field="${first}"]`);
  }, [first]);
  return (
    // A group, and no region: a page may show several, and landmarks are few.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in.
    <div
      class="field-table"
      ref={root}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
      tabIndex={0}
      aria-label={label}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Where</th>
            <th scope="col">Value</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr
              key={field.id}
              class="layer"
              data-layer={field.layer}
              data-field={field.id}
              data-lit={selected.includes(field.id) ? "" : undefined}
              onMouseEnter={() => onPoint?.(field)}
              onMouseLeave={() => onPoint?.(undefined)}
              onFocusIn={() => onPoint?.(field)}
              onFocusOut={() => onPoint?.(undefined)}
            >
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={selected.includes(field.id)}
                  onClick={() => onSelect(field)}
                >
                  {field.name}
                </button>
                <span class="field-layer">{layerName(field.layer)}</span>
              </th>
              <td class="field-where">{fieldPlace(field)}</td>
              <td class="field-value">{field.value}</td>
              <td class="field-meaning">
                {field.meaning} <SourceLink source={field.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Scrolls inside of the table alone, as far as it must; the page stays where it is. */
function reveal(table: HTMLElement, selector: string): void {
  const row = table.querySelector<HTMLElement>(selector);
  if (!row) return;
  const head = table.querySelector("thead")?.clientHeight ?? 0;
  const top = row.offsetTop - head;
  const bottom = row.offsetTop + row.offsetHeight - table.clientHeight;
  if (table.scrollTop > top) table.scrollTop = top;
  else if (table.scrollTop < bottom) table.scrollTop = bottom;
}
