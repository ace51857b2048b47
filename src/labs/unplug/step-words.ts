import type { Condition } from "./condition.ts";
import type { Step } from "./script.ts";

type Say<Do extends Step["do"]> = (step: Extract<Step, { do: Do }>) => string;

const waits: Readonly<Record<Condition, (who: string) => string>> = {
  gone: (who) => `Wait until both sides know that ${who} is gone`,
  "gone-here": (who) => `Wait until ${who}’s page knows`,
  back: (who) => `Wait until ${who} is back, or refused`,
  "one-socket": (who) => `Wait until the server has one socket of ${who} again`,
  pinged: (who) => `Wait for a heartbeat into ${who}’s cable`,
  "timed-out": (who) => `Wait until ${who}’s callback is told`,
  "forgot-session": () => "Wait until recovery forgets the session",
  "forgot-packets": () => "Wait until recovery forgets the news it kept",
};

const listenerWords = ["No news listener at", "One news listener at", "Two news listeners at"];

const words: { readonly [Do in Step["do"]]: Say<Do> } = {
  news: ({ times }) => `The server emits ${times} news`,
  orders: ({ who, times }) => `${who} emits ${times} ${times === 1 ? "order" : "orders"}`,
  cut: ({ who }) => `Cut ${who}’s connection`,
  pull: ({ who }) => `Pull ${who}’s cable`,
  strand: ({ who }) => `${who}’s connection dies; a new one would work`,
  plug: ({ who }) => `${who}’s network is back`,
  kick: ({ who }) => `The server bans ${who} and calls socket.disconnect()`,
  disconnect: ({ who }) => `${who}’s page calls socket.disconnect()`,
  connect: ({ who }) => `${who}’s page calls socket.connect()`,
  "give-up": ({ who }) => `${who}’s client drops its connection`,
  listeners: ({ who, times }) => `${listenerWords[times]} ${who}’s page`,
  restart: () => "The server restarts",
  settle: () => "Let everything arrive",
  until: ({ sees, who }) => waits[sees](who),
};

/** Says one step to the reader. */
export function stepWords(step: Step): string {
  const say = words[step.do] as (step: Step) => string;
  return say(step);
}
