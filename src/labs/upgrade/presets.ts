import type { Settings } from "./model.ts";

/** A setting with a name, which a lesson, a quiz item or a link can open. */
export interface Preset {
  /** What is set in it, for the list of presets. It does not say how it ends. */
  title: string;
  settings: Settings;
}

/** A client without options on a network that lets everything through. */
export const plainSettings: Settings = {
  transports: "default",
  websocket: "free",
  sequel: "nothing",
};

const preset = (title: string, change: Partial<Settings> = {}): Preset => ({
  title,
  settings: { ...plainSettings, ...change },
});

export const presets = {
  default: preset("A client without options"),
  "websocket-only": preset("A client that may use WebSocket only", { transports: "websocket" }),
  "polling-only": preset("A client that may use polling only", { transports: "polling" }),
  "websocket-first": preset("A client that lists WebSocket before polling", {
    transports: "websocket-first",
  }),
  "try-all": preset("The same with tryAllTransports", { transports: "try-all" }),
  "default-refused": preset("No options, and WebSocket is refused", { websocket: "refused" }),
  "default-swallowed": preset("No options, and WebSocket requests get no answer", {
    websocket: "swallowed",
    sequel: "ping-then-emit",
  }),
  "websocket-only-refused": preset("WebSocket only, and it is refused", {
    transports: "websocket",
    websocket: "refused",
  }),
  "websocket-first-refused": preset("WebSocket before polling, and it is refused", {
    transports: "websocket-first",
    websocket: "refused",
  }),
  "try-all-refused": preset("tryAllTransports, and WebSocket is refused", {
    transports: "try-all",
    websocket: "refused",
  }),
  "try-all-swallowed": preset("tryAllTransports, and WebSocket requests get no answer", {
    transports: "try-all",
    websocket: "swallowed",
  }),
  "emit-on-polling": preset("Polling only, and Ann emits", {
    transports: "polling",
    sequel: "emit",
  }),
  heartbeat: preset("The heartbeat of a connection", { sequel: "heartbeats" }),
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** Whether a name from an address is one of ours. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);
