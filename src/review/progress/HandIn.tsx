import { useState } from "preact/hooks";
import { saveFile } from "#lab-kit/save-file.ts";
import { handedIn, type LessonResult } from "#progress/result.ts";

const today = () =>
  new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** A result with the reader's name, to be printed or saved. The name is kept nowhere. */
export const HandIn = ({ results }: { results: readonly LessonResult[] }) => {
  const [name, setName] = useState("");
  const save = () =>
    saveFile("wirebook-result.json", handedIn(name, new Date().toISOString(), results));
  return (
    <section class="hand-in">
      <h2>Hand it in</h2>
      <p>
        A result lists, for each lesson that you have begun, the objectives, questions, tries and
        dates above. Your browser makes it, so it is a statement of yours and proves nothing.
      </p>
      <p class="hand-in-name">
        <label for="result-name">Your name, as it is to stand there</label>
        <input
          id="result-name"
          type="text"
          autocomplete="name"
          maxLength={120}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </p>
      <p class="review-actions">
        <button type="button" class="button" onClick={() => print()}>
          Print
        </button>
        <button type="button" class="button button-quiet" onClick={save}>
          Save as JSON
        </button>
      </p>
      <p class="hand-in-printed">
        {name}, {today()}
      </p>
    </section>
  );
};
