/** One line of a table: what it is about, then its cells. */
export type Row = readonly string[];

/**
 * Lays rows out in columns, the first to the left, the others to the right; a rule under the head.
 * Every row has as many cells as the head.
 */
export function table(head: Row, rows: readonly Row[]): string {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => lengthOf(row, at))));
  const lines = [head, widths.map((width) => "-".repeat(width)), ...rows];
  return lines.map((row) => line(row, widths)).join("\n");
}

const lengthOf = (row: Row, at: number): number => row[at]?.length ?? 0;

const line = (row: Row, widths: readonly number[]): string =>
  row
    .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
    .join("  ")
    .trimEnd();
