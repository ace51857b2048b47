import type { Server, Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Fact } from "#lab-kit/observation.ts";
import type { BenchSockets } from "#lab-kit/server/net/bench-sockets.ts";
import { release } from "#lab-kit/server/net/release.ts";
import { ByteSum } from "./byte-sum.ts";
import { CallTeller } from "./call-teller.ts";
import type { Figures, Side } from "./messages.ts";
import { readerName, type Settings, stops, writerName } from "./model.ts";
import { payloads } from "./payloads.ts";
import { takeCallOf } from "./take-calls.ts";

/** What one transfer needs. */
export interface TransferDeps {
  sockets: BenchSockets;
  settings: Settings;
  told(where: Side, fact: Fact): void;
  hasPorts(ports: { writer: number; reader: number }): void;
  /** Writing does not go on until the reader does. */
  stuck(): void;
  over(): void;
}

const longestShownText = 64;
const mostMessagesGot = 200;

/** One connection of a bench: a program that writes, a program that reads, and what they saw. */
export class Transfer {
  readonly #deps: TransferDeps;
  readonly #sent = new ByteSum();
  readonly #got = new ByteSum();
  #server: Server | undefined;
  #writer: Socket | undefined;
  #reader: Socket | undefined;
  #isStopped = false;
  #isStuckTold = false;

  constructor(deps: TransferDeps) {
    this.#deps = deps;
  }

  async run(): Promise<void> {
    const { sockets, settings, told } = this.#deps;
    const server = await sockets.listen();
    this.#server = server;
    if (this.#isStopped) return this.stop();
    const reader = new Promise<Socket>((resolve) => server.once("connection", resolve));
    const begun = reader.then((socket) => this.#read(socket));
    const port = portOf(server);
    const writer = sockets.connect(port, { noDelay: settings.noDelay });
    this.#writer = writer;
    await new Promise<void>((resolve) => writer.once("connect", resolve));
    told(writerName, { what: "connected", transport: "TCP" });
    await begun;
    this.#deps.hasPorts({ writer: writer.localPort ?? 0, reader: port });
    await this.#write(writer);
  }

  /** What Node holds for each program now. */
  figures(): Figures {
    return {
      writerHolds: this.#writer?.writableLength ?? 0,
      readerHolds: this.#reader?.readableLength ?? 0,
    };
  }

  /** The reading program goes on. */
  resume(): void {
    if (!this.#reader || this.#isStopped) return;
    this.#deps.told(readerName, called("resume"));
    this.#reader.resume();
  }

  /** Ends it at once. */
  stop(): void {
    this.#isStopped = true;
    this.#writer?.destroy();
    this.#reader?.destroy();
    this.#server?.close();
  }

  #read(socket: Socket): void {
    const { settings, told } = this.#deps;
    this.#reader = socket;
    const reads = this.#teller<string | undefined>(({ sizeBytes, times, more }) =>
      told(readerName, { what: "read", sizeBytes, ...many(times), ...spelled(more) }),
    );
    socket.on("data", (bytes) => {
      this.#got.add(bytes);
      reads.add({ sizeBytes: bytes.length, more: textOf(settings, bytes) });
      if (settings.show === "bulk") release(bytes);
    });
    if (settings.show === "messages") takeCallOf(settings)({ socket, got: this.#gotter() });
    socket.once("end", () => {
      reads.flush();
      told(readerName, called("end"));
    });
    socket.once("close", () => this.#closed());
    if (!stops(settings)) return;
    told(readerName, called("pause"));
    socket.pause();
  }

  /** Tells the messages that the reading code made; a broken one must not tell without end. */
  #gotter(): (message: string) => void {
    let count = 0;
    return (message) => {
      count += 1;
      if (count > mostMessagesGot) return;
      this.#deps.told(readerName, { what: "message-in", from: writerName, message });
    };
  }

  async #write(socket: Socket): Promise<void> {
    const { settings, told } = this.#deps;
    const writes = this.#teller<Written>(({ sizeBytes, times, more }) =>
      told(writerName, { what: "wrote", sizeBytes, ...many(times), ...withText(more) }),
    );
    socket.on("drain", () => {
      writes.flush();
      told(writerName, { what: "drained" });
    });
    if (settings.show === "messages") this.#tellMessages(settings.messages);
    let isFirst = true;
    for (const bytes of payloads(settings)) {
      if (!isFirst && settings.pauseMs > 0) await paused(settings.pauseMs);
      if (this.#isStopped) return;
      isFirst = false;
      this.#sent.add(bytes);
      const isTaken = socket.write(bytes);
      const heldBytes = socket.writableLength;
      writes.add({
        sizeBytes: bytes.length,
        more: { isTaken, heldBytes, text: textOf(settings, bytes) },
      });
      if (isTaken || settings.show === "messages" || !settings.heeds) continue;
      writes.flush();
      this.#tellStuck();
      await drained(socket);
    }
    writes.flush();
    this.#tellStuck();
    // Node emits no `drain` any more once its end was called.
    if (socket.writableNeedDrain) await drained(socket);
    if (this.#isStopped) return;
    socket.end();
    told(writerName, called("end"));
  }

  #tellMessages(messages: readonly string[]): void {
    for (const message of messages)
      this.#deps.told(writerName, { what: "message-out", to: readerName, message });
  }

  #tellStuck(): void {
    if (!stops(this.#deps.settings) || this.#isStuckTold) return;
    this.#isStuckTold = true;
    this.#deps.stuck();
  }

  #closed(): void {
    if (this.#isStopped) return;
    this.stop();
    this.#deps.told(writerName, this.#sent.asFact());
    this.#deps.told(readerName, this.#got.asFact());
    this.#deps.over();
  }

  #teller<More>(tell: (call: { sizeBytes: number; times: number; more: More }) => void) {
    const kindOf = (more: More): string =>
      typeof more === "object" && more !== null && "isTaken" in more ? String(more.isTaken) : "";
    return new CallTeller<More>({ single: 24, together: 20, kindOf, tell });
  }
}

interface Written {
  isTaken: boolean;
  heldBytes: number;
  text: string | undefined;
}

const textOf = ({ show }: Settings, bytes: Uint8Array): string | undefined =>
  show === "messages" && bytes.length <= longestShownText ? String(Buffer.from(bytes)) : undefined;

const called = (call: string): Fact => ({ what: "socket-called", call, socket: "its socket" });
const many = (times: number): { times?: number } => (times === 1 ? {} : { times });
const spelled = (text: string | undefined) => (text === undefined ? {} : { text });
const withText = ({ text, ...more }: Written) => ({ ...more, ...spelled(text) });

/**
 * Waits, and then for the loop's next look at sockets: on a busy machine the pause may be over before
 * the reading program, which shares this thread, had its turn.
 */
async function paused(ms: number): Promise<void> {
  await pause(ms);
  await new Promise((resolve) => setImmediate(resolve));
}

const portOf = (server: Server): number => {
  const address = server.address();
  return address && typeof address === "object" ? address.port : 0;
};

/** Waits for `drain`, or for the end. */
const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.once("drain", resolve);
    socket.once("close", () => resolve());
  });
