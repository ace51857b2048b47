import { fail, ok, type Result } from "#lib/result.ts";
import type { PageObserver } from "./observer.ts";

/** The part of an `EventSource` that a client of routes uses. */
export type StreamSource = Pick<EventSource, "onopen" | "onmessage" | "onerror" | "close">;

/** Opens an event stream; the browser's own by default. */
export type OpenStream = (url: URL) => StreamSource;

type Query = Readonly<Record<string, string>>;

/** What a client of routes needs. */
export interface RouteClientOptions {
  /** Under which name it observes. */
  who: string;
  /** Address of a route; undefined while there is no bench. */
  urlOf(name: string): URL | undefined;
  observer: PageObserver;
  openStream?: OpenStream;
}

/** What to do with what comes on a line that stays open. */
export interface LineHooks {
  /** The server has agreed. */
  opened?(): void;
  /** One message, as text. @returns its name in observations */
  heard(text: string): string;
  /** It has ended, or never began. */
  ended(): void;
}

const socketSchemes: Readonly<Record<string, string>> = { "http:": "ws:", "https:": "wss:" };

/**
 * A real client of a bench's own routes: requests, an event stream, a plain WebSocket. It observes
 * each message as it leaves and as it comes. `close` ends all that it has open.
 */
export class RouteClient {
  readonly who: string;
  readonly #options: RouteClientOptions;
  readonly #open = new Set<() => void>();

  constructor(options: RouteClientOptions) {
    this.who = options.who;
    this.#options = options;
  }

  /** Makes one request and waits for its whole answer. @param named names the messages in it */
  async ask(
    name: string,
    query: Query,
    named: (body: string) => readonly string[],
  ): Promise<Result<string, "failed">> {
    const url = this.#urlOf(name, query);
    if (!url) return fail("failed");
    const abort = new AbortController();
    const done = this.#remember(() => abort.abort());
    this.#sent(nameOf("GET", name, query));
    try {
      const answer = await fetch(url, { signal: abort.signal, cache: "no-store" });
      const body = await answer.text();
      if (!answer.ok) return fail("failed");
      for (const message of named(body)) this.#came(message);
      return ok(body);
    } catch {
      return fail("failed");
    } finally {
      done();
    }
  }

  /** Opens an event stream. One that breaks is not opened again. */
  listen(name: string, hooks: LineHooks, query: Query = {}): void {
    const url = this.#urlOf(name, query);
    if (url) this.#listen(url, nameOf("GET", name, query), hooks);
    else hooks.ended();
  }

  /** Opens a plain WebSocket. */
  connect(name: string, hooks: LineHooks): void {
    const url = this.#urlOf(name);
    if (url) this.#connect(url, name, hooks);
    else hooks.ended();
  }

  close(): void {
    for (const end of [...this.#open]) end();
    this.#open.clear();
  }

  #listen(url: URL, message: string, hooks: LineHooks): void {
    const { openStream = (address: URL) => new EventSource(address) } = this.#options;
    const source = openStream(url);
    const done = this.#remember(() => source.close());
    this.#sent(message);
    source.onopen = () => hooks.opened?.();
    source.onmessage = ({ data }: MessageEvent<string>) => this.#came(hooks.heard(data));
    source.onerror = () => {
      source.close();
      done();
      hooks.ended();
    };
  }

  #connect(url: URL, name: string, hooks: LineHooks): void {
    url.protocol = socketSchemes[url.protocol] ?? url.protocol;
    const socket = new WebSocket(url);
    const done = this.#remember(() => socket.close());
    this.#sent(nameOf("GET", name));
    socket.onopen = () => hooks.opened?.();
    socket.onmessage = ({ data }: MessageEvent) => this.#came(hooks.heard(String(data)));
    socket.onclose = () => {
      done();
      hooks.ended();
    };
  }

  #urlOf(name: string, query: Query = {}): URL | undefined {
    const url = this.#options.urlOf(name);
    for (const [key, value] of Object.entries(query)) url?.searchParams.set(key, value);
    return url;
  }

  #remember(end: () => void): () => void {
    this.#open.add(end);
    return () => void this.#open.delete(end);
  }

  #sent(message: string): void {
    this.#options.observer.observe(this.who, { what: "message-out", to: "server", message });
  }

  #came(message: string): void {
    this.#options.observer.observe(this.who, { what: "message-in", from: "server", message });
  }
}

/** A request as its reader would write it, without the keys of the bench. */
function nameOf(method: string, name: string, query: Query = {}): string {
  const asked = new URLSearchParams(query).toString();
  return `${method} ${name}${asked ? `?${asked}` : ""}`;
}
