import type { WireField } from "#wire/wire-field.ts";
import type { FrameParts } from "./layer-parts.ts";

export interface DiffProps {
  before: FrameParts;
  after: FrameParts;
  onChoose: (field: WireField<string>) => void;
}

/** A frame before and after the router: the fields that changed, and how many did not. */
export function Diff({ before, after, onChoose }: DiffProps) {
  const old = new Map(before.fields.map((field) => [field.id, field.value]));
  const now = after.fields.filter(({ id, layer }) => old.has(id) && layer !== "data");
  const changed = now.filter(({ id, value }) => old.get(id) !== value);
  const hasLostTag = [before, after].map(({ parts }) =>
    parts.some(({ layer }) => layer === "vlan"),
  );
  return (
    <div class="layers-diff">
      <table>
        <caption>Before and after the router</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((field) => (
            <tr key={field.id} class="layer" data-layer={field.layer}>
              <th scope="row">
                <button type="button" onClick={() => onChoose(field)}>
                  {field.name}
                </button>
              </th>
              <td>{old.get(field.id)}</td>
              <td>{field.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasLostTag[0] && !hasLostTag[1] ? (
        <p>The VLAN tag is gone: it belonged to the first link.</p>
      ) : null}
      <p class="layers-quiet">{sameWords(now.length - changed.length, before, after)}</p>
    </div>
  );
}

function sameWords(count: number, before: FrameParts, after: FrameParts): string {
  const isCut = before.bytes.length - after.bytes.length > 4;
  const data = isCut
    ? "The data is a piece of what it was."
    : "The data is the same, byte by byte.";
  return `${count} other header fields are as they were. ${data}`;
}
