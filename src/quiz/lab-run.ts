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

/** Bytes of a run that a question is about, and which of them are right. */
export interface ByteKey {
  /** The bytes to show, two digits each: at most a few dozen, so that they can be clicked. */
  hex: string;
  /** Offsets into them, ascending. */
  key: readonly number[];
}

/** `byteAnswers` of a lab: question (`ask`) to bytes; undefined when the run has no such bytes. */
export type ByteAnswers = Readonly<Record<string, (run: LabRun) => ByteKey | undefined>>;

/** Loads the answers of a lab by its id. Handed in, so that the quiz knows no lab. */
export type AnswersOf = (lab: string) => Promise<Answers>;
