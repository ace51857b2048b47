import { places, type Settings, stops } from "./model.ts";
import {
  messagesGot,
  messagesSent,
  readsIn,
  type SeenRun,
  type Stretch,
  standingOf,
  writesIn,
} from "./run-facts.ts";
import { count, counted, placeWords } from "./words.ts";

/** A stretch of the stream in one row: bytes `from` up to `to`. */
export interface StripPart {
  from: number;
  to: number;
  /** Stands in it, where there is room. */
  text: string;
  kind: "write" | "refused" | "read" | "place" | "right" | "wrong";
  /** It is several calls. */
  isMany?: boolean;
  /** Which of the places; absent for other kinds. */
  place?: number;
}

/** A row of the drawing. All rows share one axis: the bytes of the stream. */
export interface StripRow {
  name: string;
  parts: StripPart[];
  /** The row in words. */
  words: string;
}

const visible = (text: string): string => text.replaceAll("\n", "⏎").replaceAll(/[\p{Cc}]/gu, "·");

/** The rows of a run, or empty ones of the same number before it. */
export function stripRows(settings: Settings, run: SeenRun): StripRow[] {
  const { show, framing } = settings;
  const standing = stops(settings) ? [standingRow(run)] : [];
  const messages = show === "messages" && framing !== "none" ? [messageRow(run)] : [];
  return [writeRow(run), ...standing, readRow(run), ...messages];
}

function writeRow(run: SeenRun): StripRow {
  const parts = joined(writesIn(run)).map(({ from, to, times, text, isRefused }): StripPart => {
    const label = text === undefined ? sizeText(to - from, times) : visible(text);
    return { from, to, text: label, kind: isRefused ? "refused" : "write", isMany: times > 1 };
  });
  return { name: "write()", parts, words: listWords("writes", parts) };
}

function readRow(run: SeenRun): StripRow {
  const parts = joined(readsIn(run)).map(({ from, to, times, text }): StripPart => {
    const label = text === undefined ? sizeText(to - from, times) : visible(text);
    return { from, to, text: label, kind: "read", isMany: times > 1 };
  });
  return { name: "read", parts, words: listWords("reads", parts) };
}

const sizeText = (sizeBytes: number, times: number): string =>
  times === 1 ? count(sizeBytes) : `${times} ×`;

/** Below this share of the axis a call cannot be told from its neighbours. */
const leastShare = 0.015;

/** Puts neighbours together that are too small to be seen each. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const total = stretches.at(-1)?.to ?? 0;
  const isSmall = ({ from, to, times }: Stretch) => (to - from) / times < leastShare * total;
  const parts: Stretch[] = [];
  for (const stretch of stretches) {
    const last = parts.at(-1);
    const isLike = last?.isRefused === stretch.isRefused;
    if (last && isLike && isSmall(last) && isSmall(stretch))
      parts[parts.length - 1] = { ...last, to: stretch.to, times: last.times + stretch.times };
    else parts.push(stretch);
  }
  return parts;
}

/** The places behind each other: what the reader has first, what is still with the writer last. */
function standingRow(run: SeenRun): StripRow {
  const standing = standingOf(run);
  let from = 0;
  const parts = places.flatMap((place, index): StripPart[] => {
    const sizeBytes = standing?.bytes[place] ?? 0;
    if (!standing || sizeBytes === 0) return [];
    const to = Math.min(standing.writtenBytes, from + sizeBytes);
    const part = { from, to, text: placeWords[place], kind: "place", place: index } as const;
    from = to;
    return to > part.from ? [part] : [];
  });
  const words = parts.map(({ from: start, to, text }) => `${text} ${count(to - start)} bytes`);
  return { name: "waits in", parts, words: `While the reader had stopped: ${words.join(", ")}.` };
}

/** What the reading program took for messages, in equal parts: they have no place in the stream. */
function messageRow(run: SeenRun): StripRow {
  const sent = messagesSent(run);
  const got = messagesGot(run);
  const total = writesIn(run).at(-1)?.to ?? 0;
  const parts = got.map((message, index): StripPart => {
    const isRight = message === sent[index];
    return {
      from: (total * index) / got.length,
      to: (total * (index + 1)) / got.length,
      text: visible(message),
      kind: isRight ? "right" : "wrong",
    };
  });
  return { name: "messages", parts, words: listWords("messages", parts) };
}

const mostSaid = 12;

function listWords(name: string, parts: readonly StripPart[]): string {
  const said = parts.slice(0, mostSaid).map(({ text }) => text);
  const rest =
    parts.length > mostSaid ? `, and ${counted(parts.length - mostSaid, "more part")}` : "";
  return `${name}: ${said.join(" | ")}${rest}.`;
}
