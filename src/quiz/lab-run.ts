import type { Observation, Provenance } from "#lab-kit/observation.ts";

/** What the quiz needs of a run; a lab's `lab:run` event carries more. */
export interface LabRun {
  lab: string;
  /** Absent when the reader has changed the settings: then it answers no question. */
  preset?: string;
  observations: readonly Observation[];
}

/** A run held against a question: the ids of the options, or the offsets of bytes, that are right. */
export interface RunKey {
  key: readonly string[];
  provenance: Provenance;
  /** What a question about bytes shows. */
  bytes?: RunBytes;
}

/** Bytes of a run, as hex, and those of other questions that may be taken for the right ones. */
export interface RunBytes {
  hex: string;
  others: Readonly<Record<string, readonly number[]>>;
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

/** What a lab's answers.ts exports. */
export interface LabAnswers {
  answers: Answers;
  byteAnswers: ByteAnswers;
}

/** Loads the answers of a lab by its id. Handed in, so that the quiz knows no lab. */
export type AnswersOf = (lab: string) => Promise<LabAnswers>;
