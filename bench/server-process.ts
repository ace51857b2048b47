import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Answer, Memory, Question } from "./servers/answers.ts";

/** The two servers that are compared. */
export type ServerKind = "host" | "bare";

/** A server in a process of its own. It ends with `stop`, or when this process ends. */
export interface ServerProcess {
  kind: ServerKind;
  url: string;
  memory(): Promise<Memory>;
  /** Opens benches without connections; only the host can. */
  openBenches(count: number): Promise<void>;
  /** Longest time that its loop was late since this was asked last; the first answer says nothing. */
  longestStallMs(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a server and waits until it listens. */
export async function startServer(kind: ServerKind): Promise<ServerProcess> {
  const child = fork(join(import.meta.dirname, "servers", `${kind}.ts`), {
    execArgv: ["--expose-gc"],
  });
  const said = await answerOf(child);
  if (!("port" in said)) throw new Error(`${kind}: did not say where it listens`);
  return {
    kind,
    url: `http://127.0.0.1:${said.port}`,
    async memory() {
      const answer = await ask(child, { ask: "memory" });
      if (!("memory" in answer)) throw new Error(`${kind}: did not say what memory it uses`);
      return answer.memory;
    },
    async openBenches(count) {
      await ask(child, { ask: "open-benches", count });
    },
    async longestStallMs() {
      const answer = await ask(child, { ask: "stall" });
      if (!("stallMs" in answer)) throw new Error(`${kind}: did not say how late its loop was`);
      return answer.stallMs;
    },
    async stop() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}

function ask(child: ChildProcess, question: Question): Promise<Answer> {
  const answer = answerOf(child);
  child.send(question);
  return answer;
}

function answerOf(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A server ended by itself (${code})`));
    child.once("exit", ended);
    child.once("message", (answer: Answer) => {
      child.off("exit", ended);
      resolve(answer);
    });
  });
}
