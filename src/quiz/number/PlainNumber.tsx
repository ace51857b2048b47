import type { NumberItem } from "../item.ts";
import type { PlainProps } from "../kind.ts";
import { Prose } from "../Prose.tsx";
import { amountText, oneText } from "./amount-text.ts";

/** The number, and what other numbers would mean. */
export const PlainNumber = ({ item }: PlainProps<NumberItem>) => (
  <>
    <p>
      <strong>{amountText(item)}</strong>
    </p>
    <ul>
      {item.likely.map(({ value, feedback }) => (
        <li key={oneText(value)}>
          <strong>Not {oneText(value)}: </strong>
          <Prose html={feedback} />
        </li>
      ))}
    </ul>
  </>
);
