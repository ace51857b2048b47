import type { Packet } from "./exchange.ts";

type Carrier = "polling" | "websocket";

/** What a packet is for, by its beginning and direction. The first that fits. */
const rows: readonly (readonly [pattern: RegExp, way: Packet["way"], why: Why])[] = [
  [/^0\{/, "down", (on) => opening[on]],
  [
    /^2probe$/,
    "up",
    () => "Ann tries whether a packet comes through the WebSocket. Polling goes on.",
  ],
  [/^3probe$/, "down", () => "The same word comes back, so both directions work."],
  [/^5$/, "up", () => "Ann changes over. From here on everything goes through the WebSocket."],
  [/^6$/, "down", () => "A packet that means nothing. It ends the request that was waiting."],
  [/^2$/, "down", () => "The server asks whether Ann is still there."],
  [/^3$/, "up", () => "Ann answers the server’s ping."],
  [/^40$/, "up", () => "Ann asks to join the namespace /."],
  [/^40\{/, "down", () => "The server lets her in. Only now is she connected."],
  [
    /^42\d+\[/,
    "up",
    (on) => `Ann emits and asks for an answer. The number is the answer’s${bare[on]}`,
  ],
  [/^42\[/, "up", () => "Ann emits an event."],
  [/^42\[/, "down", () => "The server emits an event."],
  [/^43\d+\[/, "down", (on) => answer[on]],
  [/^1$/, "up", () => "Ann closes the session."],
  [/^41/, "up", () => "Ann leaves the namespace /."],
];

type Why = (on: Carrier) => string;

const opening: Readonly<Record<Carrier, string>> = {
  polling: "The server opens a session: its id, the upgrades it offers, its heartbeat.",
  websocket: "The server opens a session. It offers no upgrade, since there is nothing better.",
};

const bare: Readonly<Record<Carrier, string>> = {
  polling: ". On polling that takes a request of its own.",
  websocket: ".",
};

const answer: Readonly<Record<Carrier, string>> = {
  polling: "The server’s acknowledgement. It comes as the answer to the poll that was waiting.",
  websocket: "The server’s acknowledgement, as a frame. Nobody had to ask for it.",
};

/** Why a packet was sent, in a sentence or two; undefined for one that this lab does not expect. */
export const packetWhy = ({ text, way }: Packet, on: Carrier): string | undefined =>
  rows.find(([pattern, expected]) => expected === way && pattern.test(text))?.[2](on);
