import { type ChildProcess, fork } from "node:child_process";
import type { FromAcceptor, ToAcceptor } from "./accept-messages.ts";
import { Bound } from "./bound.ts";
import { type Accepting, Listening } from "./listening.ts";
import { asSendable, type NativeHandle } from "./native-handle.ts";
import { SocketError } from "./socket-error.ts";

interface Answer {
  message: FromAcceptor;
  handle: NativeHandle | undefined;
}

/**
 * The process that accepts for all benches, as this thread sees it. It begins with the first
 * listening socket that is to be accepted from by hand, and ends with this thread.
 */
export class Acceptor {
  #process: ChildProcess | undefined;
  #last = 0;
  readonly #asked = new Map<number, (answer: Answer) => void>();

  /**
   * Makes a socket that listens and from which nobody accepts.
   *
   * @throws SocketError such as EADDRINUSE
   */
  async listen(place: { address: string; port: number; backlog: number }): Promise<Listening> {
    const bound = new Bound(place.address, place.port);
    try {
      return await this.begin(bound, place.backlog);
    } catch (error) {
      await bound.close();
      throw error;
    }
  }

  /**
   * Has a bound socket listen. From then on it belongs to what this gives.
   *
   * @throws SocketError such as EADDRINUSE
   */
  async begin(bound: Bound, backlog: number): Promise<Listening> {
    const { handle, port } = bound;
    const { answer } = this.#ask((ask) => ({ do: "listen", ask, backlog }), handle);
    const { message } = await answer;
    if ("code" in message) throw new SocketError(message.code);
    return new Listening(handle, port, backlog, (most) => this.#accept(handle, most));
  }

  /** Ends the process. */
  close(): void {
    this.#process?.disconnect();
    this.#process = undefined;
    this.#failAll();
  }

  #accept(listening: NativeHandle, backlog: number): Accepting {
    const { ask, answer } = this.#ask(
      (number) => ({ do: "accept", ask: number, backlog }),
      listening,
    );
    return {
      accepted: answer.then(({ message, handle }) => {
        if ("code" in message) throw new SocketError(message.code);
        return handle;
      }),
      stop: () => this.#send({ do: "stop", ask }),
    };
  }

  #ask(make: (ask: number) => ToAcceptor, handle?: NativeHandle) {
    this.#last += 1;
    const ask = this.#last;
    const answer = new Promise<Answer>((resolve) => this.#asked.set(ask, resolve));
    this.#send(make(ask), handle);
    return { ask, answer };
  }

  #send(message: ToAcceptor, handle?: NativeHandle): void {
    this.#process ??= this.#begin();
    this.#process.send(message, handle && asSendable(handle));
  }

  #begin(): ChildProcess {
    const child = fork(new URL("./accept-process.ts", import.meta.url), { execArgv: [] });
    child.on("message", (message, handle) => this.#heard(message as FromAcceptor, handle));
    const ended = (): void => {
      if (this.#process !== child) return;
      this.#process = undefined;
      this.#failAll();
    };
    child.on("exit", ended);
    // It could not begin, or ends just now. Unheard, this would end the thread.
    child.on("error", ended);
    child.unref();
    child.channel?.unref();
    return child;
  }

  #heard(message: FromAcceptor, handle: unknown): void {
    const native = handle as NativeHandle | undefined;
    const asked = this.#asked.get(message.ask);
    this.#asked.delete(message.ask);
    if (asked) asked({ message, handle: native });
    else native?.close();
  }

  #failAll(): void {
    const asked = [...this.#asked.entries()];
    this.#asked.clear();
    for (const [ask, take] of asked)
      take({ message: { ask, code: "ECANCELED" }, handle: undefined });
  }
}
