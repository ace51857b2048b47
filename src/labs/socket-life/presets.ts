import type { ScenarioId, Settings } from "./model.ts";

/** A setting with a name, which a lesson, a quiz item or a link can open. */
export interface Preset {
  /** What happens in it, for the list of presets. It does not say how it ends. */
  title: string;
  settings: Settings;
}

const preset = (scenario: ScenarioId, title: string, backlog = 8): Preset => ({
  title,
  settings: { scenario, text: "hello", backlog },
});

export const presets = {
  "listen-connect": preset("listen-connect", "A server listens, a client connects and sends"),
  "half-close": preset("half-close", "The client shuts down one direction, and still hears"),
  "time-wait": preset("time-wait", "The client closes first, then the server"),
  "server-first": preset("server-first", "The server closes first, and starts again"),
  refused: preset("refused", "A client connects to a port that went away"),
  reset: preset("reset", "The server resets the connection"),
  unread: preset("unread", "The server closes, and has not read everything"),
  "in-use": preset("in-use", "A second socket wants the same port"),
  epipe: preset("epipe", "The client sends after the server has closed"),
  closed: preset("closed", "A program uses what is closed"),
  backlog: preset("backlog", "Four clients connect, and nobody accepts", 1),
  "one-accept": preset("one-accept", "Three clients wait, and the server accepts one by one", 3),
  "three-connections": preset("three-connections", "Three connections to one port"),
} as const satisfies Record<Exclude<ScenarioId, "by-hand">, Preset>;

/** Not one to link to: what happens in it is the reader's affair. */
const byHand: Preset = preset("by-hand", "You make the calls");

export type PresetId = keyof typeof presets;

/** Whether a name from an address is one of ours. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);

/** Where a scenario starts from. */
export const startOf = (scenario: ScenarioId): Preset =>
  isPresetId(scenario) ? presets[scenario] : byHand;
