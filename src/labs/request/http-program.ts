import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { call as ask } from "./calls/client/http.ts";
import { call as answer } from "./calls/server/http.ts";
import { call as tell } from "./calls/server/http-news.ts";
import { answerName, otherProgram, type ProgramName } from "./model.ts";
import { codeOf, type Stage } from "./stage.ts";

/** A program that speaks HTTP. It may listen, and it may ask: both roles are in it. */
export class HttpProgram {
  /** What it answers, whoever asks. */
  knows = "";
  /** Port that it listens on; 0 as long as it does not. */
  port = 0;
  /** Port that its last connection came from. */
  cameFrom = 0;
  /** Stops listening; connections that are open stay so. */
  stopListening = async (): Promise<void> => undefined;
  readonly #name: ProgramName;
  readonly #stage: Stage;
  readonly #address: string;
  readonly #exchanges: ServerResponse[] = [];

  constructor(name: ProgramName, stage: Stage, address: string) {
    this.#name = name;
    this.#stage = stage;
    this.#address = address;
  }

  async listen(): Promise<void> {
    const { server, port, stop } = await this.#stage.listen(this.#name);
    const http = createServer((request, response) => this.#answer(request, response));
    server.on("connection", (socket: Socket) => http.emit("connection", socket));
    this.port = port;
    this.stopListening = stop;
  }

  /** Asks, over a connection of its own that stays open. Resolves with the answer or the failure. */
  ask(port: number, path: string): Promise<void> {
    const to = otherProgram(this.#name);
    return new Promise((resolve) => {
      const http = {
        get: (url: string, heard: (got: IncomingMessage) => void) =>
          void this.#get(url, heard, resolve),
      };
      const heard = async (got: IncomingMessage) => {
        const message = answerName("http", await textOf(got));
        this.#stage.tell(this.#name, { what: "message-in", from: to, message });
        resolve();
      };
      ask({ http, address: this.#address, port, path, heard });
    });
  }

  /** Tries to say something that nobody has just asked for. */
  async tell(news: string): Promise<void> {
    const reason = await this.#tryToTell(news);
    this.#stage.tell(this.#name, { what: "dropped", event: news, reason });
  }

  #tryToTell(news: string): Promise<string> {
    if (this.#exchanges.length === 0)
      return Promise.resolve("nobody has asked, no exchange to write into");
    return new Promise((resolve) => {
      const done = (error: Error | null | undefined) => resolve(error ? codeOf(error) : "");
      tell({ exchanges: this.#exchanges, news, done });
    });
  }

  #get(url: string, heard: (got: IncomingMessage) => void, failed: () => void): void {
    const { port, pathname } = new URL(url);
    const socket = this.#stage.connect(this.#name, Number(port));
    const agent = new Agent({ keepAlive: true });
    agent.createConnection = () => socket;
    const request = get(url, { agent }, heard);
    request.on("error", failed);
    socket.once("connect", () => {
      this.cameFrom = socket.localPort ?? 0;
      const to = otherProgram(this.#name);
      this.#stage.tell(this.#name, { what: "message-out", to, message: `GET ${pathname}` });
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const from = otherProgram(this.#name);
    const message = `${request.method} ${request.url}`;
    // Writing into an exchange that is over is an error that the caller is told, too.
    response.on("error", () => undefined);
    this.#exchanges.push(response);
    this.#stage.tell(this.#name, { what: "message-in", from, message });
    const said = answerName("http", this.knows);
    this.#stage.tell(this.#name, { what: "message-out", to: from, message: said });
    answer({ response, bus: this.knows });
  }
}

async function textOf(got: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of got.setEncoding("utf8")) text += chunk;
  return text;
}
