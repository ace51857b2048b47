/** One place where content breaks a rule: what stands there, what should, and how to mend it. */
export interface Violation {
  /** Path from the project's root. */
  file: string;
  /** Counts from 1. */
  line: number;
  expected: string;
  found: string;
  mend: string;
}

const byPlace = (a: Violation, b: Violation): number =>
  a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;

const paragraph = ({ file, line, expected, found, mend }: Violation): string =>
  `${file}:${line}\n  expected: ${expected}\n  found:    ${found}\n  mend:     ${mend}`;

/** All violations in one message, in the order of files and lines. */
export const listViolations = (violations: readonly Violation[]): string => {
  const places = violations.length === 1 ? "one place" : `${violations.length} places`;
  const paragraphs = violations.toSorted(byPlace).map(paragraph);
  return [`Content breaks its rules in ${places}.`, ...paragraphs].join("\n\n");
};
