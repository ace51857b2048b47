import type { OutcomeRow, Said } from "./outcome.ts";

/** One thing that was said of Bob, and what came of it. */
export interface Guess {
  ask: keyof Said;
  /** What it is about, for the reader. */
  words: string;
  said: number;
  happened: number;
}

/** What the reader can say, in the words of the form and of the result. */
export const guessWords: Readonly<Record<keyof Said, string>> = {
  missedNews: "News that Bob misses",
  missedOrders: "Orders of his that are never carried out",
  doubled: "Events handled more than once",
};

const asks: readonly (keyof Said)[] = ["missedNews", "missedOrders", "doubled"];

/** What was said, held against the rows of a run. What did not occur in it is left out. */
export function guessesOf(rows: readonly OutcomeRow[], said: Said): Guess[] {
  const own = rows.filter(({ who }) => who === "Bob");
  const missed = (flow: OutcomeRow["flow"]) => own.find((row) => row.flow === flow)?.missed;
  const happened: Readonly<Record<keyof Said, number | undefined>> = {
    missedNews: missed("news"),
    missedOrders: missed("orders"),
    doubled: own.reduce((sum, row) => sum + row.doubled, 0),
  };
  return asks.flatMap((ask) => {
    const [guess, is] = [said[ask], happened[ask]];
    if (guess === undefined || is === undefined) return [];
    return [{ ask, words: guessWords[ask], said: guess, happened: is }];
  });
}
