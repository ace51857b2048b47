import type { Rule } from "../content.ts";
import { entryOf, type Program, programsIn } from "../runnable.ts";
import type { Violation } from "../violation.ts";

const misnamed = ({ lesson, group, files }: Program): Violation[] => {
  const names = files.map(({ name }) => name);
  return files
    .filter(({ name }, index) => !/^[\w.-]+$/.test(name) || names.indexOf(name) !== index)
    .map(({ name, line }) => ({
      file: lesson,
      line,
      expected: `a file name of its own in the group ${group}`,
      found: name === "" ? "none" : name,
      mend: 'Write file="name.mjs" behind the fence.',
    }));
};

const withoutEntry = (program: Program): Violation[] => {
  const [first] = program.files;
  if (!first || entryOf(program) !== undefined) return [];
  return [
    {
      file: program.lesson,
      line: first.line,
      expected: "one file, or a check.mjs that runs the others",
      found: program.files.map(({ name }) => name).join(", "),
      mend: `Add a block with runnable="${program.group}" file="check.mjs" hidden.`,
    },
  ];
};

/** Blocks marked as runnable make programs: files with names, and one of them to run. */
export const programsAreWhole: Rule = ({ lessons, symptoms }) =>
  [...lessons, ...symptoms]
    .flatMap(programsIn)
    .flatMap((program) => [...misnamed(program), ...withoutEntry(program)]);
