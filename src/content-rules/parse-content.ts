import type { Content, LabFacts } from "./content.ts";
import { parseLesson } from "./parse-lesson.ts";
import { parseMisconception } from "./parse-misconception.ts";
import { parseQuestion } from "./parse-question.ts";
import { parseQuiz } from "./parse-quiz.ts";
import { parseSymptom } from "./parse-symptom.ts";
import { parseTerm } from "./parse-term.ts";
import { type ReadFile, readSource } from "./read-source.ts";

/** One content file as it stands. `file` is its path from the project's root. */
export interface SourceFile {
  file: string;
  source: string;
}

/** What content refers to and is no content itself. */
export interface SiteFacts {
  labs: readonly LabFacts[];
  /** Addresses of the site's own pages, lessons and labs apart. */
  pages: readonly string[];
  /** Programs in content/quizzes/verify/. */
  verifiers: readonly string[];
}

/** The snapshot that rules look at. What cannot be read is in `unreadable` and nowhere else. */
export const parseContent = (sources: readonly SourceFile[], facts: SiteFacts): Content => {
  const read = sources.map(({ file, source }) => readSource(file, source));
  const files = read.flatMap((result) => (result.ok ? [result.value] : []));
  const inFolder = (folder: string): ReadFile[] =>
    files.filter(({ file }) => file.startsWith(`content/${folder}/`));
  return {
    ...facts,
    lessons: inFolder("lessons").map(parseLesson),
    quizzes: inFolder("quizzes").map(parseQuiz),
    terms: inFolder("glossary").map(parseTerm),
    misconceptions: inFolder("misconceptions").map(parseMisconception),
    questions: inFolder("questions").map(parseQuestion),
    symptoms: inFolder("symptoms").map(parseSymptom),
    unreadable: read.flatMap((result) => (result.ok ? [] : result.failure)),
  };
};
