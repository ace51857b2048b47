import { useId } from "preact/hooks";
import { programOf, type SocketName, type Step } from "./model.ts";
import { type Chapter, changesOf } from "./story.ts";

export interface StoryProps {
  chapters: readonly Chapter[];
  /** Calls of the script that are still to come. */
  coming: readonly Step[];
  /** Index of the call whose table is shown. */
  chosen: number;
  onChoose(index: number): void;
}

/** The calls of both programs, one under the other, each with what it changed in the table. */
export function Story({ chapters, coming, chosen, onChoose }: StoryProps) {
  const id = useId();
  return (
    <div class="life-story">
      <div class="life-heads" id={id}>
        <span>Client program</span>
        <span>Server program</span>
      </div>
      <ol aria-label="Calls of both programs">
        {chapters.map((chapter, index) => (
          <Made
            key={chapter.call.seq}
            chapter={chapter}
            isChosen={index === chosen}
            onChoose={() => onChoose(index)}
          />
        ))}
        {coming.map((step, index) => (
          <li key={`${index} ${step.call}`} class={`life-coming is-${programOf(step.on)}`}>
            {step.on} {step.call}
          </li>
        ))}
      </ol>
    </div>
  );
}

interface MadeProps {
  chapter: Chapter;
  isChosen: boolean;
  onChoose(): void;
}

function Made({ chapter, isChosen, onChoose }: MadeProps) {
  const { call } = chapter;
  const failed = call.what === "socket-called" && call.error !== undefined;
  return (
    <li class={`is-${programOf(call.socket as SocketName)}`}>
      <button
        type="button"
        class={failed ? "life-made is-no" : "life-made"}
        aria-pressed={isChosen}
        onClick={onChoose}
      >
        <span class="life-what">
          {call.socket} {call.call}
        </span>{" "}
        <span>{resultOf(call)}</span>
      </button>
      {changesOf(chapter).map(({ socket, from, to }) => (
        <span key={socket} class="life-change">
          {socket}: {from ?? "no row"} → {to ?? "no row"}
        </span>
      ))}
    </li>
  );
}

function resultOf(call: Chapter["call"]): string {
  if (call.what === "socket-waits") return "has not come back yet";
  const { error, sizeBytes, gives, isNoCall, isByItself } = call;
  if (error !== undefined) return error;
  if (isNoCall) return "already closed: no call made";
  if (isByItself) return "by Node itself";
  if (gives !== undefined) return `gives ${gives}`;
  if (sizeBytes !== undefined) return sizeBytes === 0 ? "0 bytes: the end" : `${sizeBytes} bytes`;
  return "ok";
}
