import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useId, useReducer, useState } from "preact/hooks";
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
}

/** One item, playable. Drawn on the server as it is in the page before the first click. */
export const Player = (props: PlayerProps) => {
  const { item, hash, progress, answersOf, recorded, code, plainAnswer } = props;
  const kind = kindOf(item);
  const name = useId();
  const step = useCallback(
    (play: Play, action: Action) => nextPlay(kind, item, play, action),
    [kind, item],
  );
  const [play, dispatch] = useReducer(step, recorded, playWith);
  const [isAwake, setIsAwake] = useState(false);
  const { earlier, trouble } = useProgress(progress, item.id, hash, play.tries);
  useRuns(item, answersOf, dispatch);
  useEffect(() => setIsAwake(true), []);

  const hasEnded = play.phase === "ended";
  const isLocked = hasEnded || !isAwake;
  const press = () =>
    dispatch(hasEnded ? { type: "again" } : { type: "check", atIso: new Date().toISOString() });
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
            type="button"
            class="quiz-press"
            aria-disabled={play.phase === "waiting"}
            onClick={press}
          >
            {buttonLabel(kind, play)}
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
      {hasEnded && <Why item={item} />}
    </div>
  );
};
