import type { TextItem } from "../item.ts";
import type { ViewProps } from "../kind.ts";
import { TypedView } from "../typed/TypedView.tsx";

/** A field for a word or two. */
export const TextView = (view: ViewProps<TextItem>) => (
  <TypedView
    view={view}
    label="Your answer"
    keyText={view.item.answer}
    inputMode="text"
    longest={80}
  />
);
