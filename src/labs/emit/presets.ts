import type { ClientName, ClientSetting, OtherNamespace, Settings } from "./model.ts";

const client = (setting: Partial<ClientSetting> = {}): ClientSetting => ({
  rooms: [],
  listens: true,
  connected: true,
  ...setting,
});

/** Ann in red, Bob in both rooms, Cem in blue, all connected and listening; Dee comes by link. */
export const plainSettings: Settings = {
  from: "Ann",
  pageCall: "emit",
  serverCall: "nothing",
  room: "red",
  event: "news",
  payload: '{ "n": 1 }',
  clients: {
    Ann: client({ rooms: ["red"] }),
    Bob: client({ rooms: ["red", "blue"] }),
    Cem: client({ rooms: ["blue"] }),
    Dee: client({ connected: false }),
  },
};

/** A setting with a name, which a lesson, a quiz item or a link can open. */
export interface Preset {
  /** What happens in it, for the list of presets. It does not say how it ends. */
  title: string;
  settings: Settings;
}

const preset = (title: string, change: Partial<Settings>): Preset => ({
  title,
  settings: { ...plainSettings, ...change },
});

const clients = (change: Partial<Settings["clients"]>): Settings["clients"] => ({
  ...plainSettings.clients,
  ...change,
});

/** One namespace for each of these clients. */
const joins = (
  one: Partial<Record<ClientName, OtherNamespace>>,
): Record<ClientName, OtherNamespace[]> => ({
  Ann: one.Ann ? [one.Ann] : [],
  Bob: one.Bob ? [one.Bob] : [],
  Cem: one.Cem ? [one.Cem] : [],
});

export const presets = {
  "client-emit": preset("Ann emits; the server does nothing with it", {}),
  "io-emit": preset("Ann emits; the server calls io.emit", { serverCall: "io-emit" }),
  broadcast: preset("Ann emits; the server broadcasts", { serverCall: "broadcast" }),
  "to-room": preset("Ann emits; the server emits to a room", { serverCall: "socket-to" }),
  "two-rooms": preset("Two rooms in one emit, and Bob is in both", { serverCall: "two-rooms" }),
  except: preset("Everybody but one room", { serverCall: "io-except", room: "blue" }),
  ack: preset("Ann asks for an answer; the listener replies", {
    pageCall: "ack",
    serverCall: "reply",
  }),
  "ack-missing": preset("Ann asks for an answer; the listener does not reply", {
    pageCall: "ack",
    serverCall: "nothing",
  }),
  "ack-timeout": preset("The same with a time limit", {
    pageCall: "timeout",
    serverCall: "nothing",
  }),
  offline: preset("Ann emits while she is not connected", {
    serverCall: "broadcast",
    clients: clients({ Ann: client({ rooms: ["red"], connected: false }) }),
  }),
  "no-listener": preset("Bob is connected and has no listener", {
    serverCall: "io-emit",
    clients: clients({ Bob: client({ rooms: ["red", "blue"], listens: false }) }),
  }),
  "server-acts": preset("The server emits by itself", { from: "server", serverCall: "io-emit" }),
  namespaces: preset("An event in /news, where Cem is not", {
    serverCall: "of-emit",
    event: "headline",
    namespaces: { chosen: "/news", joins: joins({ Ann: "/news", Bob: "/news" }), isFresh: false },
  }),
  "namespace-refused": preset("A namespace with a middleware, and one client with the token", {
    from: "server",
    serverCall: "of-emit",
    event: "schedule",
    namespaces: {
      chosen: "/staff",
      joins: joins({ Ann: "/staff", Bob: "/staff" }),
      isFresh: false,
    },
  }),
  "one-connection": preset("Ann’s client connects, joins its namespaces and emits", {
    serverCall: "broadcast",
    event: "headline",
    namespaces: {
      chosen: "/news",
      joins: { Ann: ["/news", "/staff"], Bob: ["/news"], Cem: [] },
      isFresh: true,
    },
  }),
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** Whether a name from an address is one of ours. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);
