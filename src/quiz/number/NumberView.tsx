import type { NumberItem } from "../item.ts";
import type { ViewProps } from "../kind.ts";
import { TypedView } from "../typed/TypedView.tsx";
import { amountText } from "./amount-text.ts";

/** A field for a number, and its unit. */
export const NumberView = (view: ViewProps<NumberItem>) => (
  <TypedView
    view={view}
    label={view.item.unit === "" ? "Your answer" : `Your answer, in ${view.item.unit}`}
    keyText={amountText(view.item)}
    inputMode="decimal"
    longest={40}
  />
);
