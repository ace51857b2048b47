import { once } from "node:events";
import type { Socket } from "node:net";
import { createInterface } from "node:readline";
import { call as say } from "./calls/client/socket.ts";
import { call as sayBack } from "./calls/server/socket.ts";
import { otherProgram, type ProgramName } from "./model.ts";
import type { Stage } from "./stage.ts";

/** A program that speaks in lines over one socket, which stays open. */
export class SocketProgram {
  /** What it answers, whoever asks. */
  knows = "";
  /** Port that it listens on; 0 as long as it does not. */
  port = 0;
  /** Port that its connection came from; 0 when it did not connect. */
  cameFrom = 0;
  /** Stops listening; connections that are open stay so. */
  stopListening = async (): Promise<void> => undefined;
  readonly #name: ProgramName;
  readonly #stage: Stage;
  #socket: Socket | undefined;
  #heard: () => void = () => undefined;

  constructor(name: ProgramName, stage: Stage) {
    this.#name = name;
    this.#stage = stage;
  }

  async listen(): Promise<void> {
    const { server, port, stop } = await this.#stage.listen(this.#name);
    server.on("connection", (socket: Socket) => this.#hold(socket));
    this.port = port;
    this.stopListening = stop;
  }

  /** Connects, and says nothing. @returns whether there is a connection */
  async connect(port: number): Promise<boolean> {
    const socket = this.#stage.connect(this.#name, port);
    try {
      await once(socket, "connect");
    } catch {
      return false;
    }
    this.cameFrom = socket.localPort ?? 0;
    this.#hold(socket);
    return true;
  }

  /** Asks over the open socket, and waits for the answer. */
  async ask(question: string): Promise<void> {
    const answered = this.nextLine();
    this.#say(question);
    await answered;
  }

  /** Says something that nobody has asked for. */
  tell(news: string): void {
    this.#say(news);
  }

  /** Resolves with the next line that comes. */
  nextLine(): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = resolve;
    });
  }

  #hold(socket: Socket): void {
    this.#socket = socket;
    createInterface(socket).on("line", (line) => this.#take(line));
  }

  #take(line: string): void {
    this.#stage.tell(this.#name, {
      what: "message-in",
      from: otherProgram(this.#name),
      message: line,
    });
    if (line.endsWith("?")) this.#say(this.knows);
    else this.#heard();
  }

  #say(line: string): void {
    if (!this.#socket) return;
    const to = otherProgram(this.#name);
    this.#stage.tell(this.#name, { what: "message-out", to, message: line });
    const speak = this.cameFrom > 0 ? say : sayBack;
    speak({ socket: this.#socket, line });
  }
}
