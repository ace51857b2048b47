import { type Settings, transports } from "./model.ts";

/** A setting with a name, which a lesson, a quiz item or a link can open. */
export interface Preset {
  /** What is set in it, for the list of presets. It does not say how it ends. */
  title: string;
  settings: Settings;
}

/** All four ways, asked twice a second. */
export const plainSettings: Settings = {
  show: "news",
  lanes: transports,
  everyMs: 500,
  seed: 224,
};

const preset = (title: string, change: Partial<Settings> = {}): Preset => ({
  title,
  settings: { ...plainSettings, ...change },
});

export const presets = {
  "side-by-side": preset("The same news over four ways"),
  polling: preset("Polling alone", { lanes: ["polling"] }),
  "long-polling": preset("Long polling alone", { lanes: ["long-polling"] }),
  events: preset("An event stream alone", { lanes: ["events"] }),
  websocket: preset("A WebSocket alone", { lanes: ["websocket"] }),
  "six-connections": preset("Six open streams, and two who come later", {
    show: "connections",
    lanes: [],
  }),
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** Whether a name from an address is one of ours. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);
