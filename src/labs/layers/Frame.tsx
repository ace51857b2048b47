import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { ByteGrid } from "#ui/ByteGrid.tsx";
import type { ByteMark } from "#ui/byte-cell.ts";
import { offsetsOf } from "#ui/field-place.ts";
import { hexNumber } from "#wire/addresses.ts";
import type { WireField } from "#wire/wire-field.ts";
import { Checks } from "./Checks.tsx";
import { carriedBy } from "./carried.ts";
import { allDue, type Check, checksOf, withDue } from "./checks.ts";
import { Diff } from "./Diff.tsx";
import { FieldEditor } from "./FieldEditor.tsx";
import { LayerPanel } from "./LayerPanel.tsx";
import { type FrameParts, frameParts } from "./layer-parts.ts";
import type { Chosen, LayersLab } from "./layers-lab.ts";
import type { Settings } from "./model.ts";
import { parseFrame } from "./parsed-frame.ts";
import type { ShownFrame } from "./shown-run.ts";

export interface FrameProps {
  lab: LayersLab;
  settings: Settings;
  frame: ShownFrame;
  parts: FrameParts;
  /** The frame that the router made this of. */
  before: ShownFrame | undefined;
  /** What can be done with it next. */
  children: ComponentChildren;
}

/** Where pointer or focus is: a byte, or a field. */
type Spot = Pick<Chosen, "at" | "field">;

/** One frame: its bytes, what is lit of them, the chosen layer, and what does not add up. */
export function Frame({ lab, settings, frame, parts, before, children }: FrameProps) {
  const [pointed, setPointed] = useState<Spot>();
  const chosen = lab.chosen.value;
  const checks = checksOf(frame.bytes);
  const wrong = checks.filter(({ isRight }) => !isRight);
  const fields = useMemo(() => spotFields(parts, pointed ?? chosen), [parts, pointed, chosen]);
  const field = fields[0];
  const part = chosenPart(parts, chosen);
  const litIds = fields.map(({ id }) => id);
  const isLayerLit = !pointed && chosen.field === undefined && chosen.at === undefined;
  const lit = isLayerLit && chosen.part && part ? offsetsOf(part) : offsets(fields);
  const choose = ({ id }: WireField<string>) => lab.choose({ frame: frame.number, field: id });
  const point = (to: WireField<string> | undefined) => setPointed(to && { field: to.id });
  return (
    <div class="layers-frame">
      {before && frame.to === "server" ? (
        <Diff before={frameParts(before.bytes, settings.carrier)} after={parts} onChoose={choose} />
      ) : null}
      <ByteGrid
        key={frame.number}
        label={`Bytes of the frame ${frame.from} to ${frame.to}`}
        bytes={parts.bytes}
        fields={parts.fields}
        marks={wrong.map(markOf)}
        selected={lit}
        onSelect={(at) => {
          const [found] = spotFields(parts, { at });
          if (found) choose(found);
        }}
        onPoint={(at) => setPointed(at === undefined ? undefined : { at })}
      />
      <FieldEditor
        field={field}
        plain={parts.plain}
        isPointed={field?.id !== chosen.field}
        problem={lab.fieldProblem.value}
        onWrite={(text) => field && lab.write(frame, field, text)}
      />
      <Checks
        checks={checks}
        isFragment={isFragment(frame.bytes)}
        onRepair={(check) => lab.replace(frame, withDue(frame.bytes, check))}
        onRepairAll={() => lab.replace(frame, allDue(frame.bytes))}
      />
      {children}
      {part ? (
        <LayerPanel
          part={part}
          lit={litIds}
          wrong={wrong.map(({ field }) => field)}
          onChoose={choose}
          onPoint={point}
        />
      ) : null}
    </div>
  );
}

const markOf = ({ at, due }: Check): ByteMark => ({
  from: at,
  to: at + 2,
  look: "wrong",
  says: `wrong, ${hexNumber(due, 4)} is due`,
});

const offsets = (fields: readonly WireField<string>[]): number[] => [
  ...new Set(fields.flatMap(offsetsOf)),
];

const spotFields = ({ fields }: FrameParts, { at, field }: Spot): WireField<string>[] => {
  if (field !== undefined) return fields.filter(({ id }) => id === field);
  if (at === undefined) return [];
  return fields.filter(({ from, to }) => at >= from && at < to);
};

const network = ["ipv4", "ipv6"];

/** The layer that is asked for; else the network layer, whose header says most. */
const chosenPart = ({ parts }: FrameParts, { part: id, field }: Chosen) =>
  parts.find((part) => part.fields.some((each) => each.id === field)) ??
  parts.find((part) => part.id === id) ??
  parts.find((part) => network.includes(part.layer)) ??
  parts[0];

function isFragment(bytes: Uint8Array): boolean {
  const frame = parseFrame(bytes);
  return frame ? (carriedBy(frame.packet)?.isFragment ?? false) : false;
}
