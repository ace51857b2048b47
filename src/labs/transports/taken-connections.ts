import type { RouteClient } from "#lab-kit/route-client.ts";
import { fetchName, socketName, streamName, streamNumbers, streamsSeat } from "./model.ts";

/** What this run needs. */
export interface TakenConnectionsOptions {
  clientOf(who: string, seat?: string): RouteClient;
  /** Both who came later are through, or were turned away. */
  finished(): void;
}

/** The page's side of a run: six event streams, then a `fetch` and a WebSocket to the same host. */
export class TakenConnections {
  readonly #options: TakenConnectionsOptions;
  #clients: RouteClient[] = [];

  constructor(options: TakenConnectionsOptions) {
    this.#options = options;
  }

  start(): void {
    let opened = 0;
    const hooks = {
      opened: () => {
        opened += 1;
        if (opened === streamNumbers.length) void this.#visit();
      },
      heard: (text: string) => text,
      ended: () => undefined,
    };
    for (const number of streamNumbers) {
      const client = this.#options.clientOf(streamName(number), streamsSeat);
      this.#clients.push(client);
      client.listen("hold", hooks, { number });
    }
  }

  close(): void {
    for (const client of this.#clients) client.close();
    this.#clients = [];
  }

  async #visit(): Promise<void> {
    const [fetching, connecting] = [fetchName, socketName].map((who) =>
      this.#options.clientOf(who),
    );
    if (!fetching || !connecting) return;
    this.#clients.push(fetching, connecting);
    const connected = new Promise<void>((resolve) => {
      connecting.connect("socket", { heard: taken(resolve), ended: resolve });
    });
    await Promise.all([fetching.ask("hello", {}, (body) => [body]), connected]);
    this.#options.finished();
  }
}

const taken =
  (resolve: () => void) =>
  (text: string): string => {
    resolve();
    return text;
  };
