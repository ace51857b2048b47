import { fail, ok, type Result } from "#lib/result.ts";
import { type Field, readFields } from "./field.ts";
import { type MarkdownPage, readMarkdown } from "./read-markdown.ts";
import type { Violation } from "./violation.ts";

/** A content file whose syntax is right. `page` is empty for a file that is all YAML. */
export interface ReadFile {
  file: string;
  fields: Field;
  page: MarkdownPage;
}

const FIRST_LINE_OF_FRONT_MATTER = 2;

const unreadable = (file: string, line: number, found: string): Violation => ({
  file,
  line,
  expected: "a file that can be read",
  found,
  mend: "Correct the syntax.",
});

const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

const readPage = (file: string, source: string): Result<MarkdownPage, Violation[]> => {
  if (file.endsWith(".yaml")) return ok(readMarkdown("", "md"));
  try {
    return ok(readMarkdown(source, file.endsWith(".mdx") ? "mdx" : "md"));
  } catch (thrown) {
    const message = messageOf(thrown);
    return fail([unreadable(file, Number.parseInt(message, 10) || 1, message)]);
  }
};

/** Reads one file of content by its ending. */
export const readSource = (file: string, source: string): Result<ReadFile, Violation[]> => {
  const page = readPage(file, source);
  if (!page.ok) return page;
  const { root, mistakes } = file.endsWith(".yaml")
    ? readFields(source, 1)
    : readFields(page.value.frontMatter, FIRST_LINE_OF_FRONT_MATTER);
  if (mistakes.length > 0)
    return fail(mistakes.map(({ text, line }) => unreadable(file, line, text)));
  return ok({ file, fields: root, page: page.value });
};
