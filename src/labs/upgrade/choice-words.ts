import type { Ending, Said, Sequel, Treatment } from "./model.ts";

/** What the reader chooses, in words. */
export const treatmentWords: Readonly<Record<Treatment, string>> = {
  free: "free",
  refused: "refused",
  swallowed: "swallowed",
};

/** What that means for a WebSocket request. */
export const treatmentHelp: Readonly<Record<Treatment, string>> = {
  free: "The server answers the request.",
  refused: "The request is answered with an error, 403.",
  swallowed: "The request never gets an answer.",
};

export const sequelWords: Readonly<Record<Sequel, string>> = {
  nothing: "nothing",
  emit: "Ann emits at once",
  "ping-then-emit": "Ann emits after a heartbeat",
  heartbeats: "wait for two heartbeats",
};

export const endingWords: Readonly<Record<Ending, string>> = {
  polling: "on polling",
  websocket: "on WebSocket",
  never: "not connected",
};

/** The questions, as they are asked before a run and answered after it. */
export const askWords: Readonly<Record<keyof Said, string>> = {
  firstRequest: "The first request asks for",
  endsOn: "In the end Ann is",
  whoPings: "The ping comes from",
};

/** The answers that each question has. */
export const saidWords: Readonly<Record<keyof Said, Readonly<Record<string, string>>>> = {
  firstRequest: { polling: "polling", websocket: "WebSocket" },
  endsOn: endingWords,
  whoPings: { server: "the server", client: "Ann" },
};
