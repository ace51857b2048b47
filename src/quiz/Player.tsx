import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useId, useReducer, useRef, useState } from "preact/hooks";
import type { Confidence } from "#progress/format.ts";
import type { ProgressStore } from "#progress/store.ts";
import { storeTroubleText } from "#progress/store-trouble-text.ts";
import type { Item } from "./item.ts";
import { kindOf } from "./kinds.ts";
import type { AnswersOf, RunKey } from "./lab-run.ts";
import { Prose } from "./Prose.tsx";
import { type Action, nextPlay, type Play, playWith, visibleKey, visibleParts } from "./play.ts";
import { StatusLine } from "./StatusLine.tsx";
import { Sure } from "./Sure.tsx";
import { buttonLabel } from "./status.ts";
import { useProgress } from "./use-progress.ts";
import { useRuns } from "./use-runs.ts";
import { Why } from "./Why.tsx";

/** What follows an item where several are asked in a row. */
export interface FollowedBy {
  /** The label of the button that leads on, once the item has ended. */
  label: string;
  go: () => void;
}

export interface PlayerProps {
  /** Its texts are HTML, made by `renderItem`. */
  item: Item;
  /** Hash of the item's graded part. */
  hash: string;
  progress: ProgressStore;
  answersOf: AnswersOf;
  /** The run that a question about bytes shows until the reader has run the lab. */
  recorded?: RunKey | undefined;
  /** The item's block of code, highlighted at build time. */
  code?: ComponentChildren;
  /** The answer for readers without JavaScript; hidden once the player has taken over. */
  plainAnswer?: ComponentChildren;
  /** Where a mistake in the item can be reported, if there is such a place. */
  reportHref?: string | undefined;
  /** How sure the reader is taken to be, unless they say otherwise; not set, they are asked. */
  presumed?: Confidence;
  /** Takes the place of another round. */
  followedBy?: FollowedBy;
}

/** Gives the focus to the button when what had it was locked, so that keys go on. */
const useFocusAtEnd = (hasEnded: boolean, isWanted: boolean) => {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === document.body || activeElement?.matches(":disabled");
    if (hasEnded && isWanted && isLost) button.current?.focus();
  }, [hasEnded, isWanted]);
  return button;
};

/** One item, playable. Drawn on the server as it is in the page before the first click. */
export const Player = (props: PlayerProps) => {
  const { item, hash, progress, answersOf, recorded, code, plainAnswer } = props;
  const { presumed, followedBy } = props;
  const kind = kindOf(item);
  const name = useId();
  const step = useCallback(
    (play: Play, action: Action) => nextPlay(kind, item, play, action),
    [kind, item],
  );
  const [play, dispatch] = useReducer(step, recorded, () => playWith(recorded, presumed));
  const [isAwake, setIsAwake] = useState(false);
  const { earlier, trouble } = useProgress(progress, item.id, hash, play.tries);
  useRuns(item, answersOf, dispatch);
  useEffect(() => setIsAwake(true), []);

  const hasEnded = play.phase === "ended";
  const isLocked = hasEnded || !isAwake;
  const button = useFocusAtEnd(hasEnded, followedBy !== undefined);
  const press = () => {
    if (!hasEnded) dispatch({ type: "check", atIso: new Date().toISOString() });
    else if (followedBy) followedBy.go();
    else dispatch({ type: "again" });
  };
  return (
    <div
      class="quiz"
      data-item={item.id}
      data-kind={item.kind}
      data-phase={play.phase}
      data-awake={isAwake}
    >
      <p class="quiz-head">
        <span>{item.kind === "predict" ? "Prediction" : "Question"}</span>
        {earlier && <span>{earlier.right ? "= right last time" : "≠ not right last time"}</span>}
      </p>
      <fieldset class="quiz-question">
        <legend>
          <Prose html={item.prompt} />
        </legend>
        {code}
        <p class="quiz-task">{kind.task(item)}</p>
        <kind.View
          item={item}
          answer={play.answer}
          parts={visibleParts(play)}
          notes={play.marked?.mark.notes ?? {}}
          marked={play.marked?.answer ?? []}
          shownKey={visibleKey(kind, item, play)}
          run={play.run}
          words={kind.words}
          isLocked={isLocked}
          name={name}
          onAnswer={(answer) => dispatch({ type: "answer", answer })}
          onCheck={press}
        />
      </fieldset>
      <Sure
        name={name}
        confidence={play.confidence}
        isLocked={isLocked}
        onConfidence={(confidence) => dispatch({ type: "confidence", confidence })}
      />
      <div class="quiz-foot">
        {!isAwake && plainAnswer && (
          <details>
            <summary>Answer and why</summary>
            {plainAnswer}
          </details>
        )}
        <div class="quiz-buttons">
          <button
            ref={button}
            type="button"
            class="quiz-press"
            aria-disabled={play.phase === "waiting"}
            onClick={press}
          >
            {hasEnded && followedBy ? followedBy.label : buttonLabel(kind, play)}
          </button>
          {play.phase === "open" && play.laterRun && (
            <button type="button" class="quiz-hint" onClick={() => dispatch({ type: "again" })}>
              Take the bytes of your newer run
            </button>
          )}
          {play.phase === "open" && play.wrongTries > 0 && (
            <button
              type="button"
              class="quiz-hint"
              aria-disabled={play.hintsShown === item.hints.length}
              onClick={() => dispatch({ type: "hint" })}
            >
              Hint ({play.hintsShown} of {item.hints.length})
            </button>
          )}
        </div>
      </div>
      <StatusLine kind={kind} item={item} play={play} />
      {trouble && <p class="quiz-trouble">{storeTroubleText[trouble]}</p>}
      {hasEnded && <Why item={item} reportHref={props.reportHref} />}
    </div>
  );
};
