import type { HttpProgram } from "./http-program.ts";
import {
  answerBack,
  firstAnswer,
  news,
  type Plot,
  question,
  questionBack,
  type Settings,
} from "./model.ts";
import type { SocketProgram } from "./socket-program.ts";

interface Cast<Program> {
  ann: Program;
  bob: Program;
}

type Played<Program> = Readonly<Record<Plot, (cast: Cast<Program>) => Promise<void>>>;

const pathOf = (request: string): string => request.replace("GET ", "");

const [busPath, stopPath] = [pathOf(question.http), pathOf(questionBack.http)];

/** Over HTTP: each question is an exchange, over a connection that the one who asks has opened. */
export const httpPlots: Played<HttpProgram> = {
  ask: ({ ann, bob }) => ann.ask(bob.port, busPath),
  "ask-again": async ({ ann, bob }) => {
    await ann.ask(bob.port, busPath);
    await ann.ask(bob.port, busPath);
  },
  "server-first": async ({ ann, bob }) => {
    const [before, after] = news;
    bob.knows = before;
    await bob.tell(before);
    await ann.ask(bob.port, busPath);
    bob.knows = after;
    await bob.tell(after);
  },
  "call-back": async ({ ann, bob }) => {
    await ann.ask(bob.port, busPath);
    // Where Ann's call was refused, there is no port that it came from.
    if (ann.cameFrom > 0) await bob.ask(ann.cameFrom, stopPath);
  },
  swap: async ({ ann, bob }) => {
    await ann.listen();
    await ann.ask(bob.port, busPath);
    await bob.ask(ann.port, stopPath);
  },
};

/** Over one socket, which Ann's program opens and which stays. */
export const socketPlots: Played<SocketProgram> = {
  ask: ({ ann }) => ann.ask(question.socket),
  "ask-again": async ({ ann }) => {
    await ann.ask(question.socket);
    await ann.ask(question.socket);
  },
  "server-first": async ({ ann, bob }) => {
    const [before, after] = news;
    await told(ann, bob, before);
    await ann.ask(question.socket);
    await told(ann, bob, after);
  },
  "call-back": async ({ ann, bob }) => {
    await ann.ask(question.socket);
    await bob.connect(ann.cameFrom);
  },
  swap: async ({ ann, bob }) => {
    await ann.ask(question.socket);
    await bob.ask(questionBack.socket);
  },
};

async function told(ann: SocketProgram, bob: SocketProgram, line: string): Promise<void> {
  const heard = ann.nextLine();
  bob.knows = line;
  bob.tell(line);
  await heard;
}

/** Both programs before the plot: Bob's listens, or has just stopped. */
export async function prepare(
  { ann, bob }: Cast<HttpProgram> | Cast<SocketProgram>,
  { isListening }: Settings,
): Promise<void> {
  ann.knows = answerBack;
  bob.knows = firstAnswer;
  await bob.listen();
  if (!isListening) await bob.stopListening();
}
