import "./fields.css";

export interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; isDisabled?: boolean }[];
  onChange: (value: Value) => void;
  isDisabled?: boolean;
  /** The options are code. */
  isMono?: boolean;
}

/** One choice of many: the browser's own list. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const choose = (text: string) => {
    const option = props.options.find(({ value }) => value === text);
    if (option) props.onChange(option.value);
  };
  return (
    <label class="field">
      <span class="field-label">{props.label}</span>
      <select
        class={props.isMono ? "field-control select is-mono" : "field-control select"}
        value={props.value}
        disabled={props.isDisabled}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {props.options.map(({ value, label, isDisabled }) => (
          <option key={value} value={value} disabled={isDisabled} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
