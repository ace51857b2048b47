import type { MatchItem } from "../item.ts";
import type { PlainProps } from "../kind.ts";
import { Prose } from "../Prose.tsx";
import { rightText } from "./pair.ts";

/** Each left side with what belongs to it. */
export const PlainMatch = ({ item }: PlainProps<MatchItem>) => (
  <ul>
    {item.left.map((left) => (
      <li key={left.id}>
        <Prose html={left.text} />: <strong>{rightText(item, left.right)}</strong>
        <p>
          <Prose html={left.feedback} />
        </p>
      </li>
    ))}
  </ul>
);
