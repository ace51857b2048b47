import {
  cut,
  type OwnAnswersHost,
  readOwnAnswers,
  type Texts,
  writeOwnAnswers,
} from "./own-answers.ts";
import type { StoreTrouble } from "./stored.ts";

/**
 * The reader's words on study questions, as a saved file holds them beside the answers:
 *
 * ```json
 * { "format": 1, "items": {}, "ownAnswers": { "udp": "Datagrams without a connection." } }
 * ```
 *
 * Files from before have no `ownAnswers`; pages from before pass over it.
 */
export const ownAnswersIn = (fileText: string): Texts => {
  const data: { ownAnswers?: unknown } | null = JSON.parse(fileText);
  return Object.fromEntries(Object.entries(data?.ownAnswers ?? {}).filter(isOwnAnswer));
};

const isOwnAnswer = (entry: [string, unknown]): entry is [string, string] =>
  /^[a-z0-9-]+$/.test(entry[0]) && typeof entry[1] === "string" && entry[1] !== "";

/** What became of a file's words, in study questions. */
export interface OwnAnswersAdded {
  /** Those where the file's text stands now. */
  added: number;
  /** Those to which something else was written here, which stays. */
  differing: number;
}

/** Adds what a file holds. What is written here is never overwritten. */
export const addOwnAnswers = (
  host: OwnAnswersHost,
  file: Texts,
): OwnAnswersAdded | StoreTrouble => {
  const texts = Object.entries(file).map(([id, text]) => [id, cut(text)] as const);
  if (texts.length === 0) return { added: 0, differing: 0 };
  const here = readOwnAnswers(host);
  if (typeof here === "string") return here;
  const merged = { ...Object.fromEntries(texts), ...here };
  const added = texts.filter(([id, text]) => merged[id] === text).length;
  return writeOwnAnswers(host, merged) ?? { added, differing: texts.length - added };
};
