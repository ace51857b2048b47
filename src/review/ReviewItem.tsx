import { useCallback, useEffect, useState } from "preact/hooks";
import type { ProgressStore } from "#progress/store.ts";
import type { AnswersOf } from "#quiz/lab-run.ts";
import { type FollowedBy, Player } from "#quiz/Player.tsx";
import { Failed } from "./Failed.tsx";
import { loadPlayable, type Playable } from "./playable.ts";
import type { DueItem } from "./session.ts";

interface ReviewItemProps {
  due: DueItem;
  /** Fetched ahead. */
  following: DueItem | undefined;
  store: ProgressStore;
  followedBy: FollowedBy;
}

/** No lab runs on this page, so none is asked. */
const noAnswers: AnswersOf = async () => ({ answers: {}, byteAnswers: {} });

const load = ({ lesson, item }: DueItem) => loadPlayable(lesson.slug, item.id);

/** A question of a session, once its lesson's questions are there. */
export const ReviewItem = ({ due, following, store, followedBy }: ReviewItemProps) => {
  const [found, setFound] = useState<Playable | "failed">();
  const look = useCallback(() => {
    setFound(undefined);
    load(due).then(setFound, () => setFound("failed"));
  }, [due]);
  useEffect(look, [look]);
  useEffect(() => {
    // Not there yet is no trouble: it is fetched again when its turn comes.
    if (following) load(following).catch(() => undefined);
  }, [following]);

  if (!found) return <p class="review-wait">Fetching the question …</p>;
  if (found === "failed") return <Failed what="This question" onRetry={look} />;
  return (
    <Player
      item={found.item}
      hash={found.hash}
      recorded={found.recorded}
      reportHref={found.reportHref}
      progress={store}
      answersOf={noAnswers}
      presumed="fairly"
      followedBy={followedBy}
      code={found.codeHtml && <div dangerouslySetInnerHTML={{ __html: found.codeHtml }} />}
    />
  );
};
