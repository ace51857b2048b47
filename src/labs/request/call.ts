import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** A client's line over HTTP. */
export interface HttpAsk {
  http: { get(url: string, heard: (answer: IncomingMessage) => void): void };
  address: string;
  port: number;
  path: string;
  heard: (answer: IncomingMessage) => void;
}

/** A server's line for each request. */
export interface HttpAnswer {
  response: ServerResponse;
  bus: string;
}

/** A server's line for news; `exchanges` are those that were ever opened. */
export interface HttpTell {
  exchanges: readonly ServerResponse[];
  news: string;
  done: (error: Error | null | undefined) => void;
}

/** A line of either end of an open socket. */
export interface SocketSay {
  socket: Socket;
  line: string;
}
