import { useState } from "preact/hooks";
import { Failed } from "../Failed.tsx";
import { DeleteAll } from "./DeleteAll.tsx";
import { HandIn } from "./HandIn.tsx";
import { ImportFile } from "./ImportFile.tsx";
import { KeptTrouble } from "./KeptTrouble.tsx";
import { LessonTable, type ObjectiveTexts } from "./LessonTable.tsx";
import { saveProgress } from "./save-progress.ts";
import { useKept } from "./use-kept.ts";

interface ProgressPageProps {
  objectives: ObjectiveTexts;
}

/** What this browser keeps of the reader's answers: shown, handed in, saved, read and deleted. */
export const ProgressPage = ({ objectives }: ProgressPageProps) => {
  const { kept, look } = useKept();
  const [said, setSaid] = useState("");
  if (kept.phase === "loading")
    return <p class="review-wait kept-wait">Looking at your answers …</p>;
  if (kept.phase === "failed") return <Failed what="The list of questions" onRetry={look} />;
  const { results, answerCount, trouble } = kept;
  const say = (sentence: string) => {
    setSaid(sentence);
    look();
  };
  return (
    <>
      {trouble && <KeptTrouble trouble={trouble} onDone={say} />}
      <LessonTable results={results} objectives={objectives} />
      <HandIn results={results} />
      <section class="kept-files">
        <h2>Save, move, delete</h2>
        <p>
          Your answers are in this browser alone. A file holds them all, with their times, and what
          you wrote to the study questions. In another browser it is added to what is there.
        </p>
        <p class="review-actions">
          <button type="button" class="button" onClick={() => say(saveProgress())}>
            Save as a file
          </button>
          <ImportFile onDone={say} />
          <DeleteAll answerCount={answerCount} onDone={say} />
        </p>
        <p role="status" class="kept-said">
          {said}
        </p>
      </section>
    </>
  );
};
