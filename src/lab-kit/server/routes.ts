/** One request to a route of a bench, its body read and within bounds. */
export interface Ask {
  /** Name of the subject in whose seat it was made. */
  who: string;
  query: Readonly<Record<string, string | undefined>>;
  /** Empty for a GET. */
  body: string;
  /** Aborted when the client has gone or the bench ends; whoever waits need not wait longer. */
  gone: AbortSignal;
}

/** What a route answers. */
export interface Answer {
  status: number;
  type: "text/plain" | "application/json";
  body: string;
}

/** A route that answers one request by one response, at once or later. */
export interface HttpRoute {
  kind: "http";
  method: "GET" | "POST";
  answer(ask: Ask): Answer | Promise<Answer>;
}

/** One server-sent event. Line breaks in `id` and `event` are left out. */
export interface ServerSentEvent {
  id?: string;
  event?: string;
  data: string;
}

/** An event stream to one subject, open until either side ends it. */
export interface EventStream {
  who: string;
  query: Ask["query"];
  /** What a browser that comes back says it has seen last. */
  lastEventId: string | undefined;
  send(event: ServerSentEvent): void;
  end(): void;
  onClose(closed: () => void): void;
}

/** A route that answers one request by events, until it is ended. */
export interface EventsRoute {
  kind: "events";
  open(stream: EventStream): void;
}

/** A WebSocket without Socket.IO, between one subject and the bench. */
export interface PlainSocket {
  who: string;
  query: Ask["query"];
  /** Text as text, bytes as binary. `isFinal: false` leaves the message open for the next part. */
  send(data: string | Uint8Array, options?: { isFinal?: boolean }): void;
  ping(data?: string): void;
  /** Begins the closing handshake. RFC 6455, section 7.1.2. */
  close(code?: number, reason?: string): void;
  onMessage(heard: (data: string | Buffer) => void): void;
  onClose(closed: (code: number, reason: string) => void): void;
}

/** A route that takes a WebSocket. */
export interface WebSocketRoute {
  kind: "websocket";
  open(socket: PlainSocket): void;
}

export type Route = HttpRoute | EventsRoute | WebSocketRoute;

/** Routes of a bench by their name: `/b/<lab>/<name>?bench=…&seat=…`. */
export type Routes = Readonly<Record<string, Route>>;
