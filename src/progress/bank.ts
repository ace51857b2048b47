/** All questions of the site as progress knows them, without their texts: `/review/bank.json`. */
export interface Bank {
  lessons: readonly BankLesson[];
}

/** The questions of one lesson, in the order of its file. */
export interface BankLesson {
  slug: string;
  title: string;
  /** Ids, in the order of the lesson. */
  objectives: readonly string[];
  items: readonly BankItem[];
}

/** One question. */
export interface BankItem {
  id: string;
  /** Hash of its graded part, as the build knows it. */
  hash: string;
  objective: string;
  kind: string;
  /** Its key is a run that is not recorded, so that it can only be asked beside its lab. */
  needsLab?: true;
  /** Its side of a pair that is easily confused. */
  side?: Side;
}

/** Pairs that are easily confused, so that reviews mix them. */
export const contrasts = [
  ["tcp", "udp"],
  ["websocket", "socket-io"],
  ["io-to", "socket-to"],
] as const;
export type Side = (typeof contrasts)[number][number];

/** Where the bank is. */
export const bankAddress = "/review/bank.json";

/** Every question of the bank. */
export const itemsOf = ({ lessons }: Bank): readonly BankItem[] =>
  lessons.flatMap(({ items }) => items);
