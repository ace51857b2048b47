import { useState } from "preact/hooks";
import { openProgress } from "#progress/store.ts";
import { Failed } from "./Failed.tsx";
import { Notes } from "./Notes.tsx";
import { NothingDue } from "./NothingDue.tsx";
import { Session } from "./Session.tsx";
import { Start } from "./Start.tsx";
import { type DueItem, firstSession } from "./session.ts";
import { useReview } from "./use-review.ts";

/** One store for the page. On the server nothing of it is ever called. */
const store = openProgress(globalThis);

/** The questions that are due, asked in sessions of about five minutes. */
export const Review = () => {
  const { known, look, comesBackOn } = useReview(store);
  const [session, setSession] = useState<readonly DueItem[]>();
  if (known.phase === "loading") return <p class="review-wait">Looking at your answers …</p>;
  if (known.phase === "failed") return <Failed what="The list of questions" onRetry={look} />;

  const { state, trouble } = known;
  const begin = () => setSession(firstSession(state.due));
  if (session) {
    return (
      <Session
        key={session[0]?.item.id}
        items={session}
        store={store}
        today={state.today}
        dueCount={state.due.length}
        comesBackOn={comesBackOn}
        onMore={begin}
      />
    );
  }
  return (
    <>
      {state.due.length > 0 ? <Start due={state.due} onBegin={begin} /> : <NothingDue {...state} />}
      <Notes state={state} trouble={trouble} />
    </>
  );
};
