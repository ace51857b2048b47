import { useId } from "preact/hooks";
import "./fields.css";

export interface SegmentedProps<Value extends string> {
  /** What is chosen here. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; isDisabled?: boolean }[];
  onChange: (value: Value) => void;
  isDisabled?: boolean;
}

/** One choice of a few, all of them in sight: a group of radio buttons drawn as one bar. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset class="field segmented" disabled={props.isDisabled}>
      <legend class="field-label">{props.label}</legend>
      <div class="segmented-bar">
        {props.options.map(({ value, label, isDisabled }) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              disabled={isDisabled}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
