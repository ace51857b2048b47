import { fail, ok, type Result } from "#lib/result.ts";
import type { Progress } from "./format.ts";
import { mergeProgress } from "./merge.ts";
import { type ParseFailure, parseProgress } from "./parse.ts";

/** Progress as the text of a file that the reader keeps or carries to another browser. */
export const exportProgress = (progress: Progress): string => JSON.stringify(progress, null, 2);

/** More than any progress could be: every question of the site with all its tries is a third of it. */
export const maxFileBytes = 2_000_000;

/** Why a file is not taken. */
export type ImportFailure = ParseFailure | "too-large";

/** Progress in the text of a file. */
export const readProgressFile = (fileText: string): Result<Progress, ImportFailure> =>
  fileText.length > maxFileBytes ? fail("too-large") : parseProgress(fileText);

/** What is here and what the file holds, merged. Nothing changes when the file cannot be read. */
export const importProgress = (
  progress: Progress,
  fileText: string,
): Result<Progress, ImportFailure> => {
  const read = readProgressFile(fileText);
  return read.ok ? ok(mergeProgress(progress, read.value)) : read;
};
