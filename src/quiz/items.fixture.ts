import { item } from "./schema.ts";

const texts = {
  objective: "who-hears",
  prompt: "Who hears `news`?",
  hints: ["First hint.", "Second hint."],
  explain: "Because the server decides.",
};
const see = { lab: "emit", preset: "client-emit" };
const option = (id: string, isCorrect: boolean) => ({
  id,
  text: `Option ${id}`,
  correct: isCorrect,
  feedback: `Note on ${id}.`,
});

/** A choice whose answer is `server`. */
export const choiceSource = {
  ...texts,
  see,
  id: "sample-choice",
  kind: "choice",
  options: [option("server", true), option("everybody", false), option("others", false)],
};

/** A multi whose answer is `a` and `b`. */
export const multiSource = {
  ...texts,
  see,
  id: "sample-multi",
  kind: "multi",
  options: [option("a", true), option("b", true), option("c", false), option("d", false)],
};

/** A predict bound to the preset `broadcast` of the lab `emit`. */
export const predictSource = {
  ...texts,
  see,
  id: "sample-predict",
  kind: "predict",
  lab: "emit",
  preset: "broadcast",
  ask: "receivers",
  options: ["Ann", "Bob", "Cem", "nobody"].map((id) => ({
    id,
    text: id,
    feedback: `Note on ${id}.`,
  })),
};

/** An order whose key is `get`, `answer`, `frame`; `answer` first is a mix-up with a note. */
export const orderSource = {
  ...texts,
  see,
  id: "sample-order",
  kind: "order",
  steps: ["get", "answer", "frame", "close"].map((id) => ({
    id,
    text: `Step ${id}`,
    feedback: `Note on ${id}.`,
  })),
  wrongPairs: [{ first: "answer", second: "get", feedback: "Nobody answers unasked." }],
};

/** A match of `text` and `close` with opcodes; a third opcode is left over. */
export const matchSource = {
  ...texts,
  see,
  id: "sample-match",
  kind: "match",
  left: [
    { id: "text", text: "Text", right: "one", feedback: "Text is 1." },
    { id: "close", text: "Close", right: "eight", feedback: "Close is 8." },
  ],
  right: [
    { id: "eight", text: "opcode 8", feedback: "8 is a control frame." },
    { id: "nine", text: "opcode 9", feedback: "9 is a ping." },
    { id: "one", text: "opcode 1", feedback: "1 carries text." },
  ],
  wrongPairs: [{ left: "close", right: "nine", feedback: "A ping keeps the connection open." }],
};

/** A number whose answer is 15 bytes. */
export const numberSource = {
  ...texts,
  see,
  id: "sample-number",
  kind: "number",
  unit: "bytes",
  accept: [15],
  likely: [{ value: 11, feedback: "You forgot the key." }],
  otherwise: "Add up the parts.",
};

/** A text whose answer is the ephemeral port. */
export const textSource = {
  ...texts,
  see,
  id: "sample-text",
  kind: "text",
  accept: ["[an|the] ephemeral [port]", "dynamic port"],
  answer: "ephemeral port",
  near: [{ patterns: ["[the] port"], nudge: "which kind of port?" }],
  likely: [{ patterns: ["[a] socket"], feedback: "*Note* on sockets." }],
  otherwise: "Who picks it?",
};

/** Bytes of the preset `plain` of the lab `wire`: those of the masking key. */
export const bytesSource = {
  ...texts,
  see,
  id: "sample-bytes",
  kind: "bytes",
  lab: "wire",
  preset: "plain",
  ask: "masking-key",
  likely: [{ ask: "payload", feedback: "That is the payload." }],
  otherwise: "It has four bytes.",
};

/** The same, as the schema leaves them. */
export const sampleChoice = item.parse(choiceSource);
export const sampleMulti = item.parse(multiSource);
export const samplePredict = item.parse(predictSource);
export const sampleOrder = item.parse(orderSource);
export const sampleMatch = item.parse(matchSource);
export const sampleNumber = item.parse(numberSource);
export const sampleText = item.parse(textSource);
export const sampleBytes = item.parse(bytesSource);
