import type { Settings } from "./model.ts";

/** A setting with a name, which a lesson, a quiz item or a link can open. */
export interface Preset {
  /** What is set in it, for the list of presets. It does not say how it ends. */
  title: string;
  settings: Settings;
}

const preset = (title: string, change: Partial<Settings> = {}): Preset => ({
  title,
  settings: { way: "http", plot: "ask", isListening: true, ...change },
});

export const presets = {
  ask: preset("Ann’s program asks once"),
  "ask-again": preset("Ann’s program asks twice", { plot: "ask-again" }),
  "server-first-http": preset("Bob’s program has news, over HTTP", { plot: "server-first" }),
  "server-first-socket": preset("Bob’s program has news, over an open socket", {
    way: "socket",
    plot: "server-first",
  }),
  "call-back": preset("Bob’s program calls back", { plot: "call-back" }),
  "roles-swapped": preset("Ann asks Bob, then Bob asks Ann", { plot: "swap" }),
  "swapped-socket": preset("Both ask, over one open socket", { way: "socket", plot: "swap" }),
  "nobody-listens": preset("Bob’s program has stopped listening", { isListening: false }),
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** Whether a name from an address is one of ours. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);
