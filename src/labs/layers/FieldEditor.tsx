import { useEffect, useId, useState } from "preact/hooks";
import { fieldPlace } from "#ui/field-place.ts";
import { layerName } from "#ui/layer-names.ts";
import { SourceLink } from "#ui/SourceLink.tsx";
import type { WireField } from "#wire/wire-field.ts";
import { editText } from "./field-value.ts";
import { bounds } from "./model.ts";

export interface FieldEditorProps {
  field: WireField<string> | undefined;
  /** The frame's bytes, unmasked. */
  plain: Uint8Array;
  /** The field is only pointed at: it shows, and nothing is to be written. */
  isPointed: boolean;
  problem: string | undefined;
  onWrite: (text: string) => void;
}

/** What is lit, in words, and a place to write another value. Its height is the same, whatever it says. */
export function FieldEditor({ field, plain, isPointed, problem, onWrite }: FieldEditorProps) {
  return (
    <div class="layers-detail">
      {field ? (
        <>
          <p class="layer" data-layer={field.layer}>
            <b>
              {layerName(field.layer)}: {field.name}
            </b>{" "}
            <span class="layers-quiet">{fieldPlace(field)}</span> <code>{field.value}</code>
            <br />
            {field.meaning} {field.source ? <SourceLink source={field.source} /> : null}
          </p>
          {isPointed ? null : (
            <Editor
              key={`${field.id} ${field.value}`}
              field={field}
              plain={plain}
              problem={problem}
              onWrite={onWrite}
            />
          )}
        </>
      ) : (
        <p class="layers-quiet">
          Point at a byte or a field, or go there by Tab and arrow keys. Choose one to change it.
        </p>
      )}
    </div>
  );
}

interface EditorProps {
  field: WireField<string>;
  plain: Uint8Array;
  problem: string | undefined;
  onWrite: (text: string) => void;
}

function Editor({ field, plain, problem, onWrite }: EditorProps) {
  const id = useId();
  const stands = editText(field, plain);
  const [text, setText] = useState(stands);
  useEffect(() => setText(stands), [stands]);
  return (
    <form
      class="layers-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onWrite(text);
      }}
    >
      <label for={id} class="sr-only">
        New value of {field.name}
      </label>
      <input
        id={id}
        class="field-control is-mono"
        type="text"
        autocomplete="off"
        spellcheck={false}
        maxLength={Math.max(bounds.fieldLength, stands.length)}
        value={text}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button-quiet">
        Write it
      </button>
      {problem ? (
        <p id={`${id}-problem`} class="layers-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </form>
  );
}
