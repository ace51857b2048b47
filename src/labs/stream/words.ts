import type { Compared, Framing, LoadId, Place, Said, Take } from "./model.ts";

/** What the reader is asked before a run. */
export const askWords = {
  reads: "Number of reads",
  compared: "Reads, compared with writes",
  isWhole: "The program gets the messages as they were sent",
  isLost: "Bytes get lost",
  waitsIn: "Most of what waits is in",
} as const satisfies Record<keyof Said, string>;

export const comparedWords: Readonly<Record<Compared, string>> = {
  fewer: "fewer",
  same: "as many",
  more: "more",
};

export const placeWords: Readonly<Record<Place, string>> = {
  read: "read by the program",
  "reader-node": "the reader’s Node",
  "reader-kernel": "the reader’s kernel",
  "writer-kernel": "the writer’s kernel",
  "writer-node": "the writer’s Node",
};

/** Where each figure is from. */
export const placeSources: Readonly<Record<Place, string>> = {
  read: "data events",
  "reader-node": "readableLength",
  "reader-kernel": "Recv-Q",
  "writer-kernel": "Send-Q",
  "writer-node": "writableLength",
};

export const framingWords: Readonly<Record<Framing, string>> = {
  none: "nothing",
  line: "a line break",
  length: "its length",
};

export const takeWords: Readonly<Record<Take, string>> = {
  "each-read": "takes each read by itself",
  "keeps-rest": "keeps what is unfinished",
};

export const loadWords: Readonly<Record<LoadId, string>> = {
  "one-big": "one of 1,000,000 bytes",
  "many-small": "1,000 of 100 bytes",
  "some-big": "16 of 64 KiB",
  "eight-mib": "128 of 64 KiB (8 MiB)",
};

/** `yes` and `no`, as readers say it. */
export const yesNo = (isSo: boolean): string => (isSo ? "yes" : "no");

/** `1,000,000`. */
export const count = (number: number): string => number.toLocaleString("en");

/** `1 read`, `16 reads`. */
export const counted = (number: number, one: string): string =>
  `${count(number)} ${one}${number === 1 ? "" : "s"}`;
