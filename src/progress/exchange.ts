import { ok, type Result } from "#lib/result.ts";
import type { Progress } from "./format.ts";
import { mergeProgress } from "./merge.ts";
import { type ParseFailure, parseProgress } from "./parse.ts";

/** Progress as the text of a file that the reader keeps or carries to another browser. */
export const exportProgress = (progress: Progress): string => JSON.stringify(progress, null, 2);

/** What is here and what the file holds, merged. Nothing changes when the file cannot be read. */
export const importProgress = (
  progress: Progress,
  fileText: string,
): Result<Progress, ParseFailure> => {
  const read = parseProgress(fileText);
  return read.ok ? ok(mergeProgress(progress, read.value)) : read;
};
