import type { Settings } from "./model.ts";

/** A setting with a name, which a lesson, a quiz item or a link can open. */
export interface Preset {
  /** What is set in it, for the list of presets. It does not say how it ends. */
  title: string;
  settings: Settings;
}

/** Two short texts, written one right after the other, and no mark between them. */
export const plainSettings: Settings = {
  show: "messages",
  messages: ["hello", "world"],
  framing: "none",
  take: "each-read",
  pieceBytes: 0,
  pauseMs: 0,
  noDelay: false,
  load: "one-big",
  isStopped: false,
  heeds: false,
};

const preset = (title: string, change: Partial<Settings> = {}): Preset => ({
  title,
  settings: { ...plainSettings, ...change },
});

const poem = ["roses are red", "violets are blue"] as const;
const inPieces = { messages: poem, pieceBytes: 8, pauseMs: 20 } as const;

export const presets = {
  "two-writes": preset("Two writes, one right after the other"),
  "with-pause": preset("Two writes, with a pause between", { pauseMs: 100 }),
  "no-delay": preset("Two writes, with setNoDelay", { noDelay: true }),
  "one-big-write": preset("One write of a million bytes", { show: "bulk" }),
  "many-small-writes": preset("A thousand small writes", { show: "bulk", load: "many-small" }),
  "stopped-reader": preset("A reader that stops, a writer that does not care", {
    show: "bulk",
    load: "eight-mib",
    isStopped: true,
  }),
  "heeding-writer": preset("A reader that stops, a writer that waits for drain", {
    show: "bulk",
    load: "eight-mib",
    isStopped: true,
    heeds: true,
  }),
  "framing-lines": preset("A line for each message, in pieces", {
    ...inPieces,
    framing: "line",
    take: "keeps-rest",
  }),
  "framing-length": preset("The length before each message, in pieces", {
    ...inPieces,
    framing: "length",
    take: "keeps-rest",
  }),
  "broken-framing": preset("Lines in pieces, each read taken by itself", {
    ...inPieces,
    framing: "line",
  }),
  "broken-length": preset("Lengths, and two messages in one read", {
    messages: ["hello", "world"],
    framing: "length",
  }),
  "line-in-a-message": preset("Lines, and a message that has two", {
    messages: ["roses are red\nviolets are blue", "bye"],
    framing: "line",
    take: "keeps-rest",
  }),
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** Whether a name from an address is one of ours. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);
