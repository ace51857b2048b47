import { type Observation, seen } from "#lab-kit/observation.ts";
import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { PredictionSign } from "#ui/PredictionSign.tsx";
import { noCallWords, wordsOf } from "./error-words.ts";
import type { Settings } from "./model.ts";
import { type Said, verdictOf } from "./prediction.ts";

/** What was said and what came, and what the errors of the run mean. */
export function Results({ run, said }: { run: ShownRun<Settings>; said: Partial<Said> }) {
  const { observations, settings, stage } = run;
  const verdict = stage === "done" ? verdictOf(settings.scenario, said, observations) : undefined;
  const errors = errorsOf(observations);
  if (!verdict && errors.length === 0) return null;
  return (
    <div class="life-results">
      {verdict ? (
        <p>
          You said: {verdict.words} {verdict.said}. It is {verdict.happened}.
          <PredictionSign isRight={verdict.isRight} />
        </p>
      ) : null}
      {errors.length > 0 ? (
        <dl aria-label="Errors of this run">
          {errors.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}

function errorsOf(observations: readonly Observation[]): [name: string, words: string][] {
  const calls = seen(observations, "socket-called");
  const names = [...new Set(calls.flatMap(({ error }) => (error === undefined ? [] : [error])))];
  const errors = names.map((name): [string, string] => [name, wordsOf(name)]);
  return calls.some(({ isNoCall }) => isNoCall) ? [...errors, ["no call", noCallWords]] : errors;
}
