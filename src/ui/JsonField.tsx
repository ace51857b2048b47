import { useId } from "preact/hooks";
import "./fields.css";

export interface JsonFieldProps {
  label: string;
  /** What the reader typed, right or wrong; it is never changed here. */
  value: string;
  onInput: (value: string) => void;
  /** Why it cannot be used as it is. */
  error?: string | undefined;
  /** What may be typed, in a few words. */
  hint?: string;
  /** More than one makes it a text area. */
  rows?: number;
  isDisabled?: boolean;
}

/** A field for code or JSON, with its error beneath. */
export function JsonField({
  label,
  value,
  onInput,
  error,
  hint,
  rows = 1,
  isDisabled,
}: JsonFieldProps) {
  const id = useId();
  const note = error ?? hint;
  const control = {
    id: `${id}-field`,
    class: "field-control is-mono",
    value,
    disabled: isDisabled,
    spellcheck: false,
    autocomplete: "off" as const,
    autocapitalize: "off" as const,
    "aria-invalid": error !== undefined,
    "aria-describedby": note === undefined ? undefined : id,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label class="field-label" for={`${id}-field`}>
        {label}
      </label>
      {rows > 1 ? <textarea rows={rows} {...control} /> : <input type="text" {...control} />}
      {note === undefined ? null : (
        <p class={error === undefined ? "field-note" : "field-note is-error"} id={id}>
          {note}
        </p>
      )}
    </div>
  );
}
