import type { Socket } from "node:dgram";
import { countOf, receiver, type Settings, sender, words } from "./model.ts";
import { numberedPayload } from "./numbered-payload.ts";
import type { Reporter } from "./reporter.ts";

/** Sends one message of the load. */
export type SendOne = (number: number) => void;

/** What the message of this number carries. */
export function payloadOf(settings: Settings, number: number): Buffer {
  return settings.payload === "words"
    ? Buffer.from(words[number - 1] ?? "")
    : numberedPayload(number, settings.sizeBytes);
}

/** Sends the whole load, with its pauses, by each of these ways. */
export function sendAll(settings: Settings, ways: readonly SendOne[], report: Reporter): void {
  const count = countOf(settings);
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  if (settings.everyMs === 0) for (const send of ways) for (const number of numbers) send(number);
  else
    for (const number of numbers)
      report.after((number - 1) * settings.everyMs, () => {
        for (const send of ways) send(number);
      });
}

/** Who is sent to. Without a port the socket is connected. */
export interface Target {
  port: number;
  address: string;
  isConnected: boolean;
}

/** Sends a datagram, and tells when its callback has come; those of one turn together. */
export function sendUdp(
  socket: Socket,
  target: Target,
  settings: Settings,
  report: Reporter,
): SendOne {
  const told = new CallbackTurn(settings, report);
  return (number) => {
    const payload = payloadOf(settings, number);
    const atMs = report.nowMs();
    report.pending += 1;
    const done = (error: Error | null): void => {
      report.pending -= 1;
      told.add(number, payload, atMs, error);
    };
    if (target.isConnected) socket.send(payload, done);
    else socket.send(payload, target.port, target.address, done);
  };
}

interface Turn {
  atMs: number;
  sizeBytes: number;
  numbers: number[];
}

/** Callbacks that come in one turn, told together: those without an error, and those of each error. */
class CallbackTurn {
  readonly #report: Reporter;
  readonly #isWords: boolean;
  #turns = new Map<string, Turn>();

  constructor({ payload }: Settings, report: Reporter) {
    this.#isWords = payload === "words";
    this.#report = report;
  }

  add(number: number, payload: Buffer, atMs: number, error: NodeJS.ErrnoException | null): void {
    if (this.#isWords) {
      this.#tell(
        { atMs, sizeBytes: payload.length, numbers: [number] },
        codeOf(error),
        String(payload),
      );
      return;
    }
    if (this.#turns.size === 0) this.#report.later(() => this.#tellAll());
    const turn = this.#turns.get(codeOf(error)) ?? { atMs, sizeBytes: payload.length, numbers: [] };
    turn.numbers.push(number);
    this.#turns.set(codeOf(error), turn);
  }

  #tellAll(): void {
    const turns = this.#turns;
    this.#turns = new Map();
    for (const [error, turn] of turns) this.#tell(turn, error);
  }

  #tell({ atMs, ...passed }: Turn, error: string, text?: string): void {
    const named = { ...(error && { error }), ...(text !== undefined && { text }) };
    this.#report.told(
      sender,
      { what: "numbered-out", over: "udp", to: receiver, ...passed, ...named },
      atMs,
    );
  }
}

const codeOf = (error: NodeJS.ErrnoException | null): string => error?.code ?? "";
