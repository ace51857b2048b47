import type { Rule, Symptom } from "../content.ts";
import { programsIn } from "../runnable.ts";
import type { Violation } from "../violation.ts";

const THREAD = /^https:\/\/\S+$/;

const missing = ({ file }: Symptom, expected: string, mend: string): Violation => ({
  file,
  line: 1,
  expected,
  found: "none",
  mend,
});

const withoutRun = (symptom: Symptom): Violation[] =>
  symptom.sees.length > 0 || symptom.hasFrame
    ? []
    : [missing(symptom, "a run that shows the symptom", "Name a lab and a preset under see.")];

const withoutCure = (symptom: Symptom): Violation[] =>
  programsIn(symptom).length > 0
    ? []
    : [missing(symptom, "a cure that the tests run", 'Mark a block of code with runnable="…".')];

const brokenThreads = ({ file, threads }: Symptom): Violation[] =>
  threads
    .filter(({ text }) => !THREAD.test(text))
    .map(({ text, line }) => ({
      file,
      line,
      expected: "the https address of a thread",
      found: text || "none",
      mend: "Link the thread in which people ask it.",
    }));

/** Each symptom can be seen, has a cure in code that runs, and links the threads that it names. */
export const symptomsAreCured: Rule = ({ symptoms }) =>
  symptoms.flatMap((symptom) => [
    ...withoutRun(symptom),
    ...withoutCure(symptom),
    ...brokenThreads(symptom),
  ]);
