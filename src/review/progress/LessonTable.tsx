import type { LessonResult } from "#progress/result.ts";

/** Texts of objectives, by lesson and objective. */
export type ObjectiveTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface LessonTableProps {
  results: readonly LessonResult[];
  objectives: ObjectiveTexts;
}

const signs = { met: "=", begun: "…", open: "" } as const;
const words = { met: "met", begun: "begun", open: "open" } as const;

const dates = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

const datesText = ({ firstIso, lastIso }: LessonResult): string => {
  if (!firstIso || !lastIso) return "";
  const [first, last] = [firstIso, lastIso].map((iso) => dates.format(new Date(iso)));
  return first === last ? `${first}` : `${first} to ${last}`;
};

const LessonRow = ({ result, texts }: { result: LessonResult; texts: ObjectiveTexts[string] }) => {
  const metCount = result.objectives.filter(({ state }) => state === "met").length;
  return (
    <li data-lesson={result.lesson} data-begun={result.answered > 0}>
      <h3>
        <a href={`/lessons/${result.lesson}/`}>{result.title}</a>
      </h3>
      {result.answered === 0 ? (
        <p>
          Not begun: {result.objectives.length} objectives, {result.questions} questions
        </p>
      ) : (
        <p>
          {metCount} of {result.objectives.length} objectives met; {result.answered} of{" "}
          {result.questions} questions answered, {result.right} right; {result.tries}{" "}
          {result.tries === 1 ? "try" : "tries"}, {datesText(result)}
        </p>
      )}
      {result.answered > 0 && (
        <ul>
          {result.objectives.map(({ id, state }) => (
            <li key={id} data-objective-state={state}>
              <strong>
                <span aria-hidden="true">{signs[state]} </span>
                {words[state]}
              </strong>{" "}
              <span>{texts[id]}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};

/** Where the reader stands with each lesson, by objectives. */
export const LessonTable = ({ results, objectives }: LessonTableProps) => (
  <section>
    <h2>Objectives met</h2>
    <p class="review-wait">
      An objective is met when two of its questions were right when you last answered them, and none
      was wrong.
    </p>
    <ul class="kept-lessons">
      {results.map((result) => (
        <LessonRow key={result.lesson} result={result} texts={objectives[result.lesson] ?? {}} />
      ))}
    </ul>
  </section>
);
