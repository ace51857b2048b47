import type { Observation, Provenance } from "#lab-kit/observation.ts";

/** What the quiz needs of a run; a lab's `lab:run` event carries more. */
export interface LabRun {
  lab: string;
  /** Absent when the reader has changed the settings: then it answers no question. */
  preset?: string;
  observations: readonly Observation[];
}

/** A run held against a question: the ids of the options that came true. */
export interface RunKey {
  key: readonly string[];
  provenance: Provenance;
}

/** A lab's answers: question (`ask`) to the option ids that a run makes right. */
export type Answers = Readonly<Record<string, (run: LabRun) => readonly string[]>>;

/** Loads the answers of a lab by its id. Handed in, so that the quiz knows no lab. */
export type AnswersOf = (lab: string) => Promise<Answers>;
