import type { StoredHost, StoreTrouble } from "./stored.ts";

/**
 * Where the reader's own words on study questions are kept, on this device alone:
 *
 * ```json
 * { "format": 1, "texts": { "udp": "Datagrams without a connection." } }
 * ```
 *
 * An entry is born with the first word, and ends when its text is emptied or the storage cleared.
 * Anything else that stands there is neither read nor overwritten.
 */
export const ownAnswersKey = "wirebook:own-answers";

/** The format that this code writes. */
const FORMAT = 1;

/** Characters kept of one answer. */
export const maxAnswerLength = 2000;

/** What the reader wrote, by the study question's id. */
export type Texts = Readonly<Record<string, string>>;
export type OwnAnswersHost = Pick<StoredHost, "localStorage">;

/** A text as far as it is kept. */
export const cut = (text: string) => text.slice(0, maxAnswerLength);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const onlyTexts = (value: object): Texts =>
  Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );

const textsIn = (text: string): Texts | StoreTrouble => {
  const value = parsed(text);
  if (!isObject(value) || typeof value.format !== "number") return "damaged";
  if (value.format > FORMAT) return "newer";
  return isObject(value.texts) ? onlyTexts(value.texts) : "damaged";
};

const readTexts = ({ localStorage }: OwnAnswersHost): Texts | StoreTrouble => {
  const text = localStorage.getItem(ownAnswersKey);
  return text === null ? {} : textsIn(text);
};

/** All that the reader wrote, or why it cannot be known. */
export const readOwnAnswers = (host: OwnAnswersHost): Texts | StoreTrouble => {
  try {
    return readTexts(host);
  } catch {
    return "forbidden";
  }
};

/** What the reader wrote to a question, or why it cannot be known. */
export const readOwnAnswer = (
  host: OwnAnswersHost,
  id: string,
): { text: string } | StoreTrouble => {
  const texts = readOwnAnswers(host);
  if (typeof texts === "string") return texts;
  return { text: (Object.hasOwn(texts, id) ? texts[id] : undefined) ?? "" };
};

/** Keeps all texts, whatever was there. Returns why it could not. */
export const writeOwnAnswers = (host: OwnAnswersHost, texts: Texts): StoreTrouble | undefined => {
  try {
    host.localStorage.setItem(ownAnswersKey, JSON.stringify({ format: FORMAT, texts }));
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error && thrown.name === "QuotaExceededError" ? "full" : "forbidden";
  }
};

/** Keeps an answer and, since it reads first, what another tab kept of others. */
export const keepOwnAnswer = (
  host: OwnAnswersHost,
  id: string,
  text: string,
): StoreTrouble | undefined => {
  const texts = readOwnAnswers(host);
  if (typeof texts === "string") return texts;
  const { [id]: _, ...others } = texts;
  return writeOwnAnswers(host, text === "" ? others : { ...others, [id]: cut(text) });
};
