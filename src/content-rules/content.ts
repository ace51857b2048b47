import type { MarkdownPage } from "./read-markdown.ts";
import type { Violation } from "./violation.ts";

/** A piece of a content file with the line that it stands on, counted from 1. */
export interface Placed {
  text: string;
  line: number;
}

/** A file of content/lessons. */
export interface Lesson {
  file: string;
  slug: string;
  objectives: Placed[];
  needs: Placed[];
  /** Numbers of study questions. */
  answers: Placed[];
  teaches: Placed[];
  refutes: Placed[];
  minutes: Placed;
  /** Of each source its address, or the text that names it. */
  sources: Placed[];
  /** Title, description and objectives: what front matter shows to readers. */
  frontMatterProse: Placed[];
  page: MarkdownPage;
}

/** One answer to choose. `isCorrect` is false for each option of a predict item: a run is its key. */
export interface Option {
  text: string;
  line: number;
  isCorrect: boolean;
  misconception?: Placed;
}

/** A setting of a lab that content names. */
export interface PresetUse {
  lab: Placed;
  preset: Placed;
}

/** One question of a file of content/quizzes. */
export interface QuizItem {
  id: string;
  line: number;
  kind: string;
  objective: Placed;
  /** Of kinds with options to tick. */
  options: Option[];
  /** Texts among which the reader chooses: options, or right sides. */
  choosable: Placed[];
  /** Misconceptions that wrong answers reveal, whatever the kind. */
  reveals: Placed[];
  /** Sides of a match: of each left one the right id that is its key, and the right ids as listed. */
  sides: { keys: Placed[]; rights: Placed[] };
  /** The setting whose run is the key, and the questions that are put to the run. */
  run?: PresetUse & { asks: Placed[] };
  /** The program that works out the key. */
  verify?: Placed;
  /** Where the reader sees the answer. */
  see: PresetUse | { anchor: Placed } | undefined;
  prose: Placed[];
}

/** A file of content/quizzes. */
export interface Quiz {
  file: string;
  slug: string;
  lesson: Placed;
  items: QuizItem[];
}

/** A file of content/glossary. */
export interface GlossaryTerm {
  file: string;
  id: string;
  term: Placed;
  short: Placed;
  source: Placed;
  frontMatterProse: Placed[];
  page: MarkdownPage;
}

/** What shows that a belief is wrong. */
export type Shown =
  | { by: "preset"; use: PresetUse; expect: unknown }
  | { by: "snippet"; group: Placed }
  | { by: "nothing"; reason: Placed };

/** A file of content/misconceptions. */
export interface Misconception {
  file: string;
  id: string;
  ref: Placed;
  source: Placed;
  lesson: Placed;
  shown: Shown | undefined;
  frontMatterProse: Placed[];
  page: MarkdownPage;
}

/** A file of content/questions. */
export interface StudyQuestion {
  file: string;
  id: string;
  number: Placed;
  /** The glossary's name of what is asked for, of the questions that ask for a term. */
  term?: Placed;
  lesson: Placed;
  misconceptions: Placed[];
  /** Runs that show the answer. */
  sees: PresetUse[];
  sources: Placed[];
  frontMatterProse: Placed[];
  page: MarkdownPage;
}

/** A file of content/symptoms. */
export interface Symptom {
  file: string;
  id: string;
  lesson: Placed;
  misconceptions: Placed[];
  /** Runs that show it. */
  sees: PresetUse[];
  /** A frame on its page shows it. */
  hasFrame: boolean;
  sources: Placed[];
  /** Addresses of public threads in which people ask it. */
  threads: Placed[];
  frontMatterProse: Placed[];
  page: MarkdownPage;
}

/** What a lab offers to content. Labs are code, so whoever reads content hands these in. */
export interface LabFacts {
  id: string;
  presets: readonly string[];
  /** Questions that can be put to a run: the keys of `answers` in its answers.ts. */
  asks: readonly string[];
  /** Questions about bytes: the keys of `byteAnswers` there. */
  byteAsks: readonly string[];
}

/** Everything that the rules look at, read once. */
export interface Content {
  lessons: Lesson[];
  quizzes: Quiz[];
  terms: GlossaryTerm[];
  misconceptions: Misconception[];
  questions: StudyQuestion[];
  symptoms: Symptom[];
  labs: readonly LabFacts[];
  /** Addresses of the site's own pages, lessons and labs apart, as in `/glossary/`. */
  pages: readonly string[];
  /** Programs in content/quizzes/verify/. */
  verifiers: readonly string[];
  /** Files that are no valid YAML or MDX. */
  unreadable: Violation[];
}

/** Finds every place where content breaks one rule. */
export type Rule = (content: Content) => Violation[];
