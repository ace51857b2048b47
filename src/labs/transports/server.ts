import { type Bench, defineLabServer } from "#lab-kit/server/define-lab-server.ts";
import type { Ask, EventStream, PlainSocket, Routes } from "#lab-kit/server/routes.ts";
import { ok } from "#lib/result.ts";
import { seededRandom } from "#lib/seeded-random.ts";
import { transportsContract } from "./contract.ts";
import {
  newsName,
  newsTimesMs,
  shortStreams,
  shortStreamsMs,
  socketName,
  streamName,
  streamNumbers,
} from "./model.ts";
import { NewsDesk } from "./news-desk.ts";

type Line = Pick<EventStream, "who">;

/** Makes news, and brings it over four ways; counts every byte of them at the socket. */
export const transportsServer = defineLabServer(transportsContract, (bench) => {
  // Before any connection comes: one is counted if its bench was ever to be tapped.
  bench.tap(false);
  const desk = new NewsDesk({
    made: (event) => bench.observe("server", { what: "emitted", event }),
  });
  const open = new OpenLines(bench);
  bench.onClose(() => desk.stop());
  return {
    handlers: {
      start: ({ show, seed }) => {
        open.end();
        bench.tap(true, "counts");
        desk.start(show === "news" ? newsTimesMs(seededRandom(seed)) : []);
        return ok({});
      },
      stop: () => {
        bench.tap(false);
        bench.observe("server", { what: "returned", event: "news" });
        bench.flush();
        desk.stop();
        open.end();
        return ok({});
      },
    },
    routes: routesOf(bench, desk, open),
  };
});

/** Streams and sockets that the end of a run ends. */
class OpenLines {
  readonly #bench: Pick<Bench, "observe">;
  readonly #streams = new Map<string, EventStream>();
  readonly #sockets = new Set<PlainSocket>();

  constructor(bench: Pick<Bench, "observe">) {
    this.#bench = bench;
  }

  get streams(): ReadonlyMap<string, EventStream> {
    return this.#streams;
  }

  addStream(name: string, stream: EventStream): void {
    this.#streams.set(name, stream);
    stream.onClose(() => {
      if (this.#streams.get(name) === stream) this.#streams.delete(name);
    });
  }

  addSocket(socket: PlainSocket): void {
    this.#sockets.add(socket);
    socket.onClose(() => this.#sockets.delete(socket));
  }

  /** Ends those of two streams early, so that whoever waits for a connection gets one. */
  endShortStreams(): void {
    for (const who of shortStreams) {
      this.#bench.observe("server", { what: "message-out", to: who, message: "end" });
      this.#streams.get(who)?.end();
    }
  }

  end(): void {
    for (const stream of this.#streams.values()) stream.end();
    for (const socket of this.#sockets) socket.close(1000);
  }
}

function routesOf(bench: Pick<Bench, "observe">, desk: NewsDesk, open: OpenLines): Routes {
  const asked = ({ who }: Line, message: string): void =>
    bench.observe("server", { what: "message-in", from: who, message });
  const told = ({ who }: Line, message: string): void =>
    bench.observe("server", { what: "message-out", to: who, message });
  const answer = (ask: Ask, numbers: readonly number[]) => {
    if (numbers.length === 0) told(ask, "nothing new");
    for (const number of numbers) told(ask, newsName(number));
    return { status: 200, type: "application/json", body: JSON.stringify(numbers) } as const;
  };
  const tellFrom = (line: Line, tell: (number: number) => void): (() => void) => {
    const tellOne = (number: number): void => {
      told(line, newsName(number));
      tell(number);
    };
    for (const number of desk.since(0)) tellOne(number);
    return desk.listen(tellOne);
  };
  return {
    poll: {
      kind: "http",
      method: "GET",
      answer: (ask) => {
        asked(ask, `GET poll?after=${afterOf(ask)}`);
        return answer(ask, desk.since(afterOf(ask)));
      },
    },
    wait: {
      kind: "http",
      method: "GET",
      answer: async (ask) => {
        asked(ask, `GET wait?after=${afterOf(ask)}`);
        return answer(ask, await desk.wait(afterOf(ask), ask.gone));
      },
    },
    stream: {
      kind: "events",
      open: (stream) => {
        asked(stream, "GET stream");
        open.addStream(stream.who, stream);
        stream.onClose(
          tellFrom(stream, (number) => stream.send({ id: String(number), data: String(number) })),
        );
      },
    },
    socket: {
      kind: "websocket",
      open: (socket) => {
        asked(socket, "GET socket");
        open.addSocket(socket);
        if (socket.who === socketName) {
          told(socket, "hello");
          socket.send("hello");
        } else socket.onClose(tellFrom(socket, (number) => socket.send(String(number))));
      },
    },
    hold: {
      kind: "events",
      open: (stream) => {
        const number = streamNumbers.find((known) => known === stream.query.number) ?? "1";
        const who = streamName(number);
        asked({ who }, `GET hold?number=${number}`);
        open.addStream(who, stream);
        const isLast = streamNumbers.every((each) => open.streams.has(streamName(each)));
        if (isLast) desk.after(shortStreamsMs, () => open.endShortStreams());
      },
    },
    hello: {
      kind: "http",
      method: "GET",
      answer: (ask) => {
        asked(ask, "GET hello");
        told(ask, "hello");
        return { status: 200, type: "text/plain", body: "hello" };
      },
    },
  };
}

/** The number of the last item that the page has; what is no number is none. */
const afterOf = ({ query }: Ask): number => {
  const after = Number(query.after);
  return Number.isInteger(after) && after > 0 ? after : 0;
};
