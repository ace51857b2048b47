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

/** The same three, as the schema leaves them. */
export const sampleChoice = item.parse(choiceSource);
export const sampleMulti = item.parse(multiSource);
export const samplePredict = item.parse(predictSource);
