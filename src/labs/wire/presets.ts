import type { Settings } from "./model.ts";

/** Ann emits `hey` over WebSocket. */
export const plainSettings: Settings = {
  carries: "socket.io",
  transport: "websocket",
  speaker: "Ann",
  call: "say",
  text: "hey",
  extra: "none",
  bytes: "01 02 03 fa",
  fromStart: false,
};

/** A setting with a name, which a lesson, a quiz item or a link can open. */
export interface Preset {
  /** What happens in it, for the list of presets. It does not say how it ends. */
  title: string;
  settings: Settings;
}

const preset = (title: string, change: Partial<Settings> = {}): Preset => ({
  title,
  settings: { ...plainSettings, ...change },
});

export const presets = {
  event: preset("Ann emits hey over WebSocket"),
  ack: preset("Ann emits hey and asks for an acknowledgement", { call: "ask" }),
  binary: preset("Ann emits hey with four bytes", { extra: "bytes" }),
  long: preset("Ann emits hey with 200 letters", { extra: "long" }),
  polling: preset("Ann emits hey over HTTP polling", { transport: "polling" }),
  plain: preset("Ann sends hey over a plain WebSocket", { carries: "plain" }),
  "plain-close": preset("Ann closes a plain WebSocket", {
    carries: "plain",
    call: "close",
    text: "bye",
  }),
  "server-speaks": preset("The server emits hey, and nobody has asked", { speaker: "server" }),
  "both-at-once": preset("Ann and the server emit hey at once", { speaker: "both" }),
  "plain-both": preset("Ann and the server send hey at once over a plain WebSocket", {
    carries: "plain",
    speaker: "both",
  }),
  opening: preset("Ann connects, and emits hey", { fromStart: true }),
  "plain-opening": preset("A plain WebSocket is opened, and Ann sends hey", {
    carries: "plain",
    fromStart: true,
  }),
  "too-long": preset("Ann emits more than the server takes", { extra: "too-long" }),
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** Whether a name from an address is one of ours. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);
