import type { ComponentChildren } from "preact";
import "./fields.css";

export interface FieldGroupProps {
  /** What the fields are about; the reader's prediction by default. */
  legend?: string;
  children: ComponentChildren;
}

/** Fields that belong together, in a frame. */
export const FieldGroup = ({ legend = "You say", children }: FieldGroupProps) => (
  <fieldset class="field-group">
    <legend>{legend}</legend>
    {children}
  </fieldset>
);
