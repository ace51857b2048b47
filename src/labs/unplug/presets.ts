import type { Policy, Settings } from "./model.ts";

const policy = (change: Partial<Policy> = {}): Policy => ({
  call: "emit",
  replays: false,
  ...change,
});

/** Nothing is done against loss: Socket.IO as it is by default. */
export const plainSettings: Settings = {
  scenario: "cut",
  recovery: "off",
  answers: "at-once",
  isIdempotent: false,
  clients: { Ann: policy(), Bob: policy() },
};

/** A setting with a name, which a lesson, a quiz item or a link can open. */
export interface Preset {
  /** What happens in it, for the list of presets. It does not say how it ends. */
  title: string;
  settings: Settings;
}

const preset = (
  title: string,
  scenario: Settings["scenario"],
  change: Partial<Settings> = {},
): Preset => ({ title, settings: { ...plainSettings, scenario, ...change } });

/** Bob does something about it, Ann does not. */
const bob = (change: Partial<Policy>): Settings["clients"] => ({
  Ann: policy(),
  Bob: policy(change),
});

export const presets = {
  cut: preset("Bob’s connection is cut, and comes back", "cut"),
  "pulled-and-replugged": preset("Bob’s cable is pulled, and soon back in", "pull-and-plug"),
  "pulled-too-long": preset("Bob’s cable is out until both sides give up", "pull-too-long"),
  "dead-link": preset("Bob orders while his cable is out", "dead-link"),
  "manual-disconnect": preset("Bob disconnects, and connects again", "manual"),
  "away-news": preset("News while Bob is away", "away-news"),
  "away-orders": preset("Bob orders while he is away", "away-orders"),
  "late-listener": preset("Bob adds his listener late", "late-listener"),
  "no-listener": preset("Bob has no listener", "no-listener"),
  "double-listener": preset("Bob adds his listener twice", "two-listeners"),
  "recovery-after-event": preset("Recovery on: a cut after Bob had news", "cut", {
    recovery: "on",
  }),
  "recovery-before-event": preset("Recovery on: a cut before Bob had any news", "cut-at-once", {
    recovery: "on",
  }),
  "recovery-manual": preset("Recovery on: Bob disconnects, and connects again", "manual", {
    recovery: "on",
  }),
  "recovery-ghost": preset("Recovery on: Bob notices the break before the server", "ghost", {
    recovery: "on",
  }),
  "recovery-kicked": preset("Recovery on: the server throws Bob out", "kick", { recovery: "on" }),
  "recovery-checked": preset("The same with skipMiddlewares: false", "kick", {
    recovery: "checked",
  }),
  "recovery-quiet": preset("Recovery on: a cut after a long silence", "quiet", {
    recovery: "brief",
  }),
  "recovery-too-late": preset("Recovery on: Bob is away for too long", "too-late", {
    recovery: "brief",
  }),
  replay: preset("Bob says which news he had last", "cut", { clients: bob({ replays: true }) }),
  "ack-timeout": preset("Bob waits for an answer, not for long", "slow-answer", {
    clients: bob({ call: "timeout" }),
  }),
  "retries-double": preset("Bob tries again; the answer is late", "order", {
    answers: "late",
    clients: bob({ call: "retries" }),
  }),
  "retries-run-out": preset("Ann and Bob try again over dead links", "orders-lost", {
    clients: { Ann: policy({ call: "retries" }), Bob: policy({ call: "retries-silent" }) },
  }),
  idempotent: preset("Bob tries again; the listener knows repeats", "order", {
    answers: "late",
    isIdempotent: true,
    clients: bob({ call: "retries" }),
  }),
  "volatile-after-disconnect": preset(
    "A volatile order right after a disconnect",
    "after-disconnect",
    {
      clients: bob({ call: "volatile" }),
    },
  ),
  "volatile-burst": preset("Three volatile orders at once", "burst", {
    clients: bob({ call: "volatile" }),
  }),
  restart: preset("Recovery on: the server restarts", "restart", { recovery: "on" }),
  "two-policies": preset("Ann does nothing about it, Bob asks for what he missed", "both-away", {
    clients: bob({ replays: true }),
  }),
} as const satisfies Record<string, Preset>;

export type PresetId = keyof typeof presets;

/** Whether a name from an address is one of ours. */
export const isPresetId = (name: string): name is PresetId => Object.hasOwn(presets, name);
