import { useId } from "preact/hooks";
import { FieldGroup } from "#ui/FieldGroup.tsx";
import { NumberField } from "#ui/NumberField.tsx";
import type { DatagramsLab } from "./datagrams-lab.ts";
import { limits, type RelaySettings } from "./model.ts";

const sliders = [
  { name: "lossPercent", label: "Loses", range: limits.percent, step: 5, unit: "%" },
  { name: "doublePercent", label: "Copies", range: limits.percent, step: 5, unit: "%" },
  { name: "delayMs", label: "Holds back each", range: limits.delayMs, step: 10, unit: "ms" },
  {
    name: "spreadMs",
    label: "And up to this much longer",
    range: limits.spreadMs,
    step: 10,
    unit: "ms",
  },
] as const satisfies readonly (SliderSpec & { name: keyof RelaySettings })[];

interface SliderSpec {
  label: string;
  range: { from: number; to: number };
  step: number;
  unit: string;
}

/** What the relay does, and the seed that decides to which numbers. */
export function RelayControls({ lab }: { lab: DatagramsLab }) {
  const { relay } = lab.settings.value;
  return (
    <FieldGroup legend="Our relay">
      {sliders.map(({ name, ...spec }) => (
        <Slider
          key={name}
          {...spec}
          value={relay[name]}
          onChange={(value) => lab.changeRelay({ [name]: value })}
        />
      ))}
      <NumberField
        label="Seed: which numbers it happens to"
        value={relay.seed}
        range={limits.seed}
        onChange={(seed) => lab.changeRelay({ seed })}
      />
    </FieldGroup>
  );
}

interface SliderProps extends SliderSpec {
  value: number;
  onChange: (value: number) => void;
}

function Slider({ label, range, step, unit, value, onChange }: SliderProps) {
  const id = useId();
  return (
    <div class="datagrams-slider">
      <label class="field-label" for={id}>
        {label}
      </label>
      <span class="datagrams-value" aria-hidden="true">
        {value}&nbsp;{unit}
      </span>
      <input
        id={id}
        type="range"
        min={range.from}
        max={range.to}
        step={step}
        value={value}
        aria-valuetext={`${value} ${unit}`}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}
