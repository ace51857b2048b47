import type { TextItem } from "../item.ts";
import type { PlainProps } from "../kind.ts";
import { Prose } from "../Prose.tsx";
import { formsOf } from "./text-forms.ts";

/** Options are left out of the first form, which may leave spaces. */
const firstForm = ([pattern = ""]: readonly string[]): string =>
  (formsOf(pattern)[0] ?? "").replace(/ +/g, " ").trim();

/** The answer, and what other answers would mean. */
export const PlainText = ({ item }: PlainProps<TextItem>) => (
  <>
    <p>
      <strong>{item.answer}</strong>
    </p>
    <ul>
      {item.likely.map(({ patterns, feedback }) => (
        <li key={patterns[0]}>
          <strong>Not “{firstForm(patterns)}”: </strong>
          <Prose html={feedback} />
        </li>
      ))}
    </ul>
  </>
);
