/** The two programs, in the order of their lanes. Neither is client or server by name. */
export const programNames = ["Ann", "Bob"] as const;
export type ProgramName = (typeof programNames)[number];

export const otherProgram = (name: ProgramName): ProgramName => (name === "Ann" ? "Bob" : "Ann");

/** How the two programs speak: requests with their responses, or lines over a socket that stays. */
export const ways = ["http", "socket"] as const;
export type Way = (typeof ways)[number];

/**
 * What the programs do. `ask`, `ask-again`: Ann asks once, twice. `server-first`: Bob has news before
 * and after Ann asks, and tries to tell it. `call-back`: Bob calls the port that Ann came from.
 * `swap`: Ann asks Bob, then Bob asks Ann.
 */
export const plots = ["ask", "ask-again", "server-first", "call-back", "swap"] as const;
export type Plot = (typeof plots)[number];

/** What the reader sets. */
export interface Settings {
  way: Way;
  plot: Plot;
  /** Bob's program listens while the plot is played; if not, it has just stopped. */
  isListening: boolean;
}

/** What Ann's program asks for, and what Bob's knows: in the beginning, and what becomes of it. */
export const question: Readonly<Record<Way, string>> = { http: "GET /bus", socket: "bus?" };
export const firstAnswer = "on time";
export const news = ["late", "here"] as const;
export type News = (typeof news)[number];

/** What Bob's program asks for when the roles are swapped, and what Ann's answers. */
export const questionBack: Readonly<Record<Way, string>> = {
  http: "GET /stop",
  socket: "at the stop?",
};
export const answerBack = "yes";

/** What a connection that is being opened is called among the messages. */
export const connecting = "connect";

/** How an answer over HTTP is called: its status and its body. */
export const answerName = (way: Way, text: string): string =>
  way === "http" ? `200 ${text}` : text;

/** Whether a value, as a file holds it, is settings that this lab can show. */
export function isSettings(value: unknown): value is Settings {
  if (typeof value !== "object" || value === null) return false;
  const { way, plot, isListening } = value as Readonly<Record<string, unknown>>;
  return (
    ways.includes(way as Way) && plots.includes(plot as Plot) && typeof isListening === "boolean"
  );
}
