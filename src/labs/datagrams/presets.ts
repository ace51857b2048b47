import type { RelaySettings, Settings } from "./model.ts";

/** A setting with a name, which a lesson, a quiz item or a link can open. */
export interface Preset {
  /** What is set in it, for the list of presets. It does not say how it ends. */
  title: string;
  settings: Settings;
}

/** A relay that hands on all at once. */
const stillRelay: RelaySettings = {
  lossPercent: 0,
  doublePercent: 0,
  delayMs: 20,
  spreadMs: 0,
  seed: 1,
};

/** Two hundred datagrams of 1000 bytes in one go. */
export const plainSettings: Settings = {
  payload: "numbers",
  count: 200,
  sizeBytes: 1000,
  everyMs: 0,
  peer: "open",
  isConnected: false,
  buffer: "usual",
  way: "straight",
  relay: stillRelay,
  besideTcp: false,
};

const preset = (title: string, change: Partial<Settings>): Preset => ({
  title,
  settings: { ...plainSettings, ...change },
});

const relayed = (title: string, count: number, relay: Partial<RelaySettings>): Preset =>
  preset(title, {
    count,
    sizeBytes: 100,
    everyMs: 20,
    way: "relay",
    relay: { ...stillRelay, ...relay },
  });

export const presets = {
  boundaries: preset("Three sends, over UDP and over TCP", { payload: "words", besideTcp: true }),
  "nobody-there": preset("Nobody at the other port", {
    count: 3,
    sizeBytes: 100,
    everyMs: 50,
    peer: "closed",
  }),
  "nobody-connected": preset("Nobody at the other port, after connect()", {
    count: 3,
    sizeBytes: 100,
    peer: "closed",
    isConnected: true,
  }),
  "too-large": preset("One datagram of 65,508 bytes", { count: 1, sizeBytes: 65_508 }),
  largest: preset("One datagram of 65,507 bytes", { count: 1, sizeBytes: 65_507 }),
  unhurried: preset("One datagram every 5 ms", { count: 100, everyMs: 5 }),
  burst: preset("200 datagrams in one go", {}),
  "burst-small": preset("500 datagrams of 2 bytes in one go", { count: 500, sizeBytes: 2 }),
  "relay-loss": relayed("A relay that loses", 20, { lossPercent: 20, seed: 7 }),
  "relay-disorder": relayed("A relay that holds some back", 10, { spreadMs: 150, seed: 3 }),
  "relay-duplicates": relayed("A relay that copies", 10, {
    doublePercent: 25,
    seed: 5,
  }),
  "beside-tcp": preset("The same burst over UDP and TCP", { besideTcp: true }),
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** Whether a name from an address is one of ours. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);
