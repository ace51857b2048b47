/**
 * The lines of a call file that the reader sees: the body of its function, without the indent.
 *
 * @param source text of a file in `calls/`
 * @throws when the file is not one function
 */
export function shownLines(source: string): string[] {
  const lines = source.trimEnd().split("\n");
  const opens = lines.findIndex((line) => line.endsWith("=> {"));
  const closes = lines.lastIndexOf("};");
  if (opens < 0 || closes <= opens) {
    throw new Error(`shownLines: source = ${JSON.stringify(source)}, must be one function`);
  }
  const body = lines.slice(opens + 1, closes);
  const indent = Math.min(...body.filter((line) => line !== "").map((line) => line.search(/\S/)));
  return body.map((line) => line.slice(indent));
}

/** The shown lines of call files, as `import.meta.glob` reads them, by the file's bare name. */
export const linesOfFiles = (sources: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sources).map(([path, source]) => [
      path.replace(/^.*\/(.*)\.ts$/, "$1"),
      shownLines(source).join("\n"),
    ]),
  );
