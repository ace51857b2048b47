import type { Settings } from "./model.ts";

/** A setting with a name, which a lesson, a quiz item or a link can open. */
export interface Preset {
  /** What is set in it, for the list of presets. It does not say how it ends. */
  title: string;
  settings: Settings;
}

/** Clients without options, a load balancer that goes in turn, nodes that know nothing of each other. */
export const plainSettings: Settings = {
  transports: "default",
  isSticky: false,
  hasAdapter: false,
  isEmitting: false,
};

const preset = (title: string, change: Partial<Settings> = {}): Preset => ({
  title,
  settings: { ...plainSettings, ...change },
});

export const presets = {
  "no-adapter": preset("Sticky sessions, no adapter, and node 1 emits to all", {
    isSticky: true,
    isEmitting: true,
  }),
  "with-adapter": preset("Sticky sessions and an adapter, and node 1 emits to all", {
    isSticky: true,
    hasAdapter: true,
    isEmitting: true,
  }),
  "not-sticky": preset("Clients without options, and each request goes to the next node"),
  sticky: preset("Clients without options, and each client stays with one node", {
    isSticky: true,
  }),
  "websocket-only": preset("WebSocket only, and each request goes to the next node", {
    transports: "websocket",
  }),
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** Whether a name from an address is one of ours. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);
