import type { TickItem } from "./item.ts";
import type { PlainProps } from "./kind.ts";
import { Prose } from "./Prose.tsx";

/** Each option with yes or no, and its note. */
export const PlainOptions = ({ item, answerKey }: PlainProps<TickItem>) => (
  <ul>
    {item.options.map((option) => (
      <li key={option.id}>
        {answerKey && <strong>{answerKey.includes(option.id) ? "Yes: " : "No: "}</strong>}
        <Prose html={option.text} />
        <p>
          <Prose html={option.feedback} />
        </p>
      </li>
    ))}
  </ul>
);
