import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ProgressStore } from "#progress/store.ts";
import { pressKey } from "./press-key.ts";
import { ReviewItem } from "./ReviewItem.tsx";
import { reasonText } from "./reason-text.ts";
import { SessionEnd } from "./SessionEnd.tsx";
import type { DueItem } from "./session.ts";

interface SessionProps {
  items: readonly DueItem[];
  store: ProgressStore;
  today: number;
  /** How many are due now, over the whole site. */
  dueCount: number;
  comesBackOn: (itemId: string) => number | undefined;
  onMore: () => void;
}

/** Whether each item was right at its first try, as far as the session has come. */
type FirstTries = ReadonlyMap<string, boolean>;

const useFirstTries = (store: ProgressStore): [FirstTries, ProgressStore] => {
  const [firstTries, setFirstTries] = useState<FirstTries>(new Map());
  const watched = useMemo<ProgressStore>(
    () => ({
      ...store,
      addTry: (itemId, hash, newTry) => {
        setFirstTries((known) => new Map([[itemId, newTry.right], ...known]));
        return store.addTry(itemId, hash, newTry);
      },
    }),
    [store],
  );
  return [firstTries, watched];
};

/** One question after the other, by keys alone if wanted, and what came of them. */
export const Session = ({ items, store, ...end }: SessionProps) => {
  const [index, setIndex] = useState(0);
  const [firstTries, watched] = useFirstTries(store);
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [index]);

  const due = items[index];
  const isLast = index === items.length - 1;
  return (
    <section
      ref={root}
      class="review-session"
      aria-label="Session"
      onKeyDown={(event) => pressKey(event, root.current)}
    >
      <h2 ref={heading} tabIndex={-1}>
        {due ? `Question ${index + 1} of ${items.length}` : "That was it"}
      </h2>
      {due ? (
        <>
          <p class="review-reason">
            From <a href={`/lessons/${due.lesson.slug}/`}>{due.lesson.title}</a>. {reasonText(due)}
          </p>
          <ReviewItem
            key={due.item.id}
            due={due}
            following={items[index + 1]}
            store={watched}
            followedBy={{ label: isLast ? "Finish" : "Next", go: () => setIndex(index + 1) }}
          />
          <p class="review-keys">
            Keys: <kbd>1</kbd> to <kbd>4</kbd> answer, or tick where there are several; <kbd>G</kbd>
            , <kbd>F</kbd>, <kbd>S</kbd>, pressed before, say that it is a guess, fairly sure or
            sure; <kbd>Enter</kbd> checks and leads on.
          </p>
        </>
      ) : (
        <SessionEnd items={items} firstTries={firstTries} {...end} />
      )}
    </section>
  );
};
