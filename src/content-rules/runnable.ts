import type { FilePage } from "./pages.ts";
import type { CodeBlock } from "./read-markdown.ts";

/** A fenced block that is a file of a program. */
export interface ProgramFile {
  name: string;
  source: string;
  line: number;
}

/** Blocks with the same `runnable` in one lesson or symptom: the files of one program. */
export interface Program {
  group: string;
  lesson: string;
  files: ProgramFile[];
}

const metaValue = ({ meta }: CodeBlock, key: string): string | undefined =>
  meta.match(new RegExp(`(?:^|\\s)${key}="([^"]*)"`))?.[1];

const fileOf = (block: CodeBlock): ProgramFile => ({
  name: metaValue(block, "file") ?? "",
  source: `${block.text}\n`,
  line: block.line,
});

/** The programs in a page's fenced blocks, in the order of their first block. */
export const programsIn = ({ file, page }: FilePage): Program[] => {
  const blocks = page.code.filter((block) => metaValue(block, "runnable") !== undefined);
  const groups = Map.groupBy(blocks, (block) => metaValue(block, "runnable") ?? "");
  return [...groups].map(([group, members]) => ({
    group,
    lesson: file,
    files: members.map(fileOf),
  }));
};

/** The file that is run: `check.mjs`, or the only one. */
export const entryOf = ({ files }: Program): string | undefined =>
  files.find(({ name }) => name === "check.mjs")?.name ??
  (files.length === 1 ? files[0]?.name : undefined);
