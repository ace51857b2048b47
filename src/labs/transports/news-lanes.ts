import type { Observation } from "#lab-kit/observation.ts";
import type { RouteClient } from "#lab-kit/route-client.ts";
import { type IntervalMs, laneNames, newsCount, newsName, type Transport } from "./model.ts";

/** What the lanes of a run need. */
export interface NewsLanesOptions {
  lanes: readonly Transport[];
  everyMs: IntervalMs;
  clientOf(who: string): RouteClient;
  /** This lane's line was refused, or broke before it had all the news. */
  broke(lane: Transport): void;
  /** Each lane has all the news, or its line broke. */
  finished(): void;
}

/** One lane: its client, the last item that it has, and what ends it. */
interface Lane {
  client: RouteClient;
  last: number;
  isDone: boolean;
  /** It has all the news. */
  done(): void;
  /** Its line has ended before. */
  broke(): void;
}

/** The request that waits for news which does not come any more. */
const lastWait = `GET wait?after=${newsCount}`;

const numbersIn = (body: string): number[] => JSON.parse(body) as number[];
const named = (body: string): string[] => {
  const numbers = numbersIn(body);
  return numbers.length > 0 ? numbers.map(newsName) : ["nothing new"];
};

/** The page's side of a run: the same news over each of the ways that were chosen. */
export class NewsLanes {
  readonly #options: NewsLanesOptions;
  readonly #lanes: Lane[] = [];
  #polling: ReturnType<typeof setInterval> | undefined;

  constructor(options: NewsLanesOptions) {
    this.#options = options;
  }

  start(): void {
    const begin: Readonly<Record<Transport, (lane: Lane) => void>> = {
      polling: (lane) => this.#poll(lane),
      "long-polling": (lane) => void waitAgain(lane),
      events: ({ client, ...lane }) => client.listen("stream", this.#hooks(lane)),
      websocket: ({ client, ...lane }) => client.connect("socket", this.#hooks(lane)),
    };
    const opened = this.#options.lanes.map((transport) => {
      const client = this.#options.clientOf(laneNames[transport]);
      const lane: Lane = {
        client,
        last: 0,
        isDone: false,
        done: () => this.#done(lane),
        broke: () => this.#broke(transport, lane),
      };
      return { transport, lane };
    });
    this.#lanes.push(...opened.map(({ lane }) => lane));
    for (const { transport, lane } of opened) begin[transport](lane);
  }

  close(): void {
    clearInterval(this.#polling);
    for (const lane of this.#lanes) {
      lane.isDone = true;
      lane.client.close();
    }
  }

  /**
   * Takes what was seen. Long polling is done when its last request waits at the server: ended
   * before, that request would be in the page's count and not in the server's.
   */
  saw(seen: Observation): void {
    if (seen.what !== "message-in" || seen.clock !== "server") return;
    const waits = this.#lanes.find(({ client }) => client.who === laneNames["long-polling"]);
    if (seen.from === waits?.client.who && seen.message === lastWait) waits.done();
  }

  /** Asks by the clock; while an answer is on its way, one beat is left out. */
  #poll(lane: Lane): void {
    let isAsking = false;
    const look = async (): Promise<void> => {
      if (isAsking || lane.isDone) return;
      isAsking = true;
      await askAfter("poll", lane);
      isAsking = false;
      if (lane.isDone) clearInterval(this.#polling);
    };
    this.#polling = setInterval(() => void look(), this.#options.everyMs);
    void look();
  }

  #hooks(lane: Pick<Lane, "done" | "broke">) {
    return {
      heard: (text: string): string => {
        if (Number(text) >= newsCount) queueMicrotask(() => lane.done());
        return newsName(Number(text));
      },
      ended: () => lane.broke(),
    };
  }

  #broke(transport: Transport, lane: Lane): void {
    if (!lane.isDone) this.#options.broke(transport);
    this.#done(lane);
  }

  #done(lane: Lane): void {
    if (lane.isDone) return;
    lane.isDone = true;
    if (this.#lanes.every(({ isDone }) => isDone)) this.#options.finished();
  }
}

async function askAfter(name: string, lane: Lane): Promise<void> {
  const answer = await lane.client.ask(name, { after: String(lane.last) }, named);
  if (!answer.ok) return lane.broke();
  lane.last = Math.max(lane.last, ...numbersIn(answer.value));
  if (lane.last >= newsCount && name === "poll") lane.done();
}

/** The next request leaves as soon as the answer is here; one stays open when all the news is. */
async function waitAgain(lane: Lane): Promise<void> {
  while (!lane.isDone) await askAfter("wait", lane);
}
