import { useId } from "preact/hooks";
import "./fields.css";

interface NumberFieldProps {
  label: string;
  value: number | undefined;
  /** Smallest and largest. */
  range: { from: number; to: number };
  onChange: (value: number) => void;
  /** The field was emptied; what it stood for stays, if absent. */
  onEmpty?: () => void;
}

/** A whole number that is typed. */
export function NumberField({ label, value, range, onChange, onEmpty }: NumberFieldProps) {
  const id = useId();
  return (
    <div class="number-field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="field-control"
        type="number"
        inputMode="numeric"
        min={range.from}
        max={range.to}
        value={value ?? ""}
        onInput={({ currentTarget: { value: text } }) => {
          const typed = Number(text);
          if (text === "") onEmpty?.();
          else if (Number.isInteger(typed)) onChange(typed);
        }}
      />
    </div>
  );
}
