import { dayText } from "./day-text.ts";
import type { DueItem } from "./session.ts";

interface SessionEndProps {
  items: readonly DueItem[];
  /** Whether each item was right at its first try. */
  firstTries: ReadonlyMap<string, boolean>;
  today: number;
  /** How many are still due. */
  dueCount: number;
  comesBackOn: (itemId: string) => number | undefined;
  onMore: () => void;
}

interface Comeback {
  text: string;
  rightCount: number;
  wrongCount: number;
}

/** The same days together, nearest first. */
const comebacksOf = ({ items, firstTries, today, comesBackOn }: SessionEndProps): Comeback[] => {
  const days = Map.groupBy(items, ({ item }) => comesBackOn(item.id) ?? today);
  return [...days]
    .sort(([one], [other]) => one - other)
    .map(([day, group]) => {
      const rightCount = group.filter(({ item }) => firstTries.get(item.id)).length;
      return { text: dayText(day, today), rightCount, wrongCount: group.length - rightCount };
    });
};

const signs = ({ rightCount, wrongCount }: Comeback): string =>
  [rightCount > 0 && `= ${rightCount} right`, wrongCount > 0 && `≠ ${wrongCount} not right`]
    .filter(Boolean)
    .join(", ");

/** What came of a session, and when its questions come back. */
export const SessionEnd = (props: SessionEndProps) => {
  const { items, firstTries, dueCount, onMore } = props;
  const rightCount = items.filter(({ item }) => firstTries.get(item.id)).length;
  return (
    <>
      <p>
        {rightCount} of {items.length} right at the first try.{" "}
        {dueCount > 0 ? `${dueCount} more due today.` : "Nothing more is due today."}
      </p>
      <table class="review-comebacks">
        <caption>They come back</caption>
        <tbody>
          {comebacksOf(props).map((comeback) => (
            <tr key={comeback.text}>
              <th scope="row">{comeback.text}</th>
              <td>{signs(comeback)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="review-actions">
        {dueCount > 0 && (
          <button type="button" class="button" onClick={onMore}>
            Five more minutes
          </button>
        )}
        <a href="/progress/">See your progress</a>
      </p>
    </>
  );
};
