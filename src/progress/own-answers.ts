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

type Texts = Readonly<Record<string, string>>;
type Host = Pick<StoredHost, "localStorage">;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const textsIn = (text: string): Texts | StoreTrouble => {
  const value = parsed(text);
  if (!isObject(value) || typeof value.format !== "number") return "damaged";
  if (value.format > FORMAT) return "newer";
  if (!isObject(value.texts)) return "damaged";
  return Object.fromEntries(
    Object.entries(value.texts).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
};

const readTexts = ({ localStorage }: Host): Texts | StoreTrouble => {
  const text = localStorage.getItem(ownAnswersKey);
  return text === null ? {} : textsIn(text);
};

/** What the reader wrote to a question, or why it cannot be known. */
export const readOwnAnswer = (host: Host, id: string): { text: string } | StoreTrouble => {
  try {
    const texts = readTexts(host);
    if (typeof texts === "string") return texts;
    return { text: (Object.hasOwn(texts, id) ? texts[id] : undefined) ?? "" };
  } catch {
    return "forbidden";
  }
};

/** Keeps an answer and, since it reads first, what another tab kept of others. */
export const keepOwnAnswer = (host: Host, id: string, text: string): StoreTrouble | undefined => {
  try {
    const texts = readTexts(host);
    if (typeof texts === "string") return texts;
    const { [id]: _, ...others } = texts;
    const kept = text === "" ? others : { ...others, [id]: text.slice(0, maxAnswerLength) };
    host.localStorage.setItem(ownAnswersKey, JSON.stringify({ format: FORMAT, texts: kept }));
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error && thrown.name === "QuotaExceededError" ? "full" : "forbidden";
  }
};
