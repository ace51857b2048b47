import type { IncomingMessage, ServerResponse } from "node:http";
import type {
  EventStream,
  EventsRoute,
  HttpRoute,
  ServerSentEvent,
} from "#lab-kit/server/routes.ts";
import type { RouteCall } from "./find-route.ts";
import { readBody } from "./read-body.ts";
import { type Refusal, refuseRequest } from "./refusal.ts";
import { sendUncached } from "./text-answer.ts";

/** Whoever waits for news longer than this asks again. */
const longestAnswerMs = 60_000;

const ended: Refusal = { status: 503, says: "The bench has ended." };
const tooLarge: Refusal = {
  status: 413,
  says: "This is more than the bench takes in one message.",
};
const failed: Refusal = { status: 500, says: "The lab's own code failed." };
const tooLate: Refusal = { status: 504, says: "The bench had no answer in time." };

/** Answers one request by the route's one answer, however long that takes. */
export async function answerRoute(
  { bench, who, query }: RouteCall,
  route: HttpRoute,
  { request, response, mostBytes }: Exchange,
): Promise<void> {
  const gone = new AbortController();
  const refuse = (refusal: Refusal): void => {
    gone.abort();
    if (!response.headersSent && !response.destroyed) refuseRequest(response, refusal);
  };
  const forget = bench.visits.add(visitOf(response, () => refuse(ended)));
  const timer = setTimeout(() => refuse(tooLate), longestAnswerMs);
  response.once("close", () => {
    clearTimeout(timer);
    forget();
    gone.abort();
  });
  try {
    const body = await readBody(request, mostBytes);
    if (gone.signal.aborted) return;
    if (!body.ok) return refuse(tooLarge);
    const answer = await route.answer({ who, query, body: body.value, gone: gone.signal });
    if (gone.signal.aborted) return;
    sendUncached(response, { ...answer, contentType: `${answer.type}; charset=utf-8` });
  } catch (error) {
    bench.failed(error);
    refuse(failed);
  }
}

/** What a route is asked by, and what one message may hold. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  mostBytes: number;
}

/** Answers one request by an event stream. */
export function openStream(
  { bench, who, query }: RouteCall,
  route: EventsRoute,
  { request, response }: Exchange,
): void {
  response.once("close", bench.visits.add(visitOf(response, () => response.end())));
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    // Proxies that collect an answer before they pass it on are asked not to.
    "X-Accel-Buffering": "no",
  });
  response.flushHeaders();
  const lastEventId = request.headers["last-event-id"];
  const stream: EventStream = {
    who,
    query,
    lastEventId: typeof lastEventId === "string" ? lastEventId : undefined,
    send(event) {
      if (!response.writableEnded) response.write(eventText(event));
    },
    end: () => void response.end(),
    onClose: (closed) => void response.once("close", closed),
  };
  try {
    route.open(stream);
  } catch (error) {
    bench.failed(error);
    response.end();
  }
}

const visitOf = (response: ServerResponse, end: () => void) => ({
  heldBytes: () => response.writableLength,
  end,
  cut: () => void response.destroy(),
});

const oneLine = (text: string): string => text.replace(/[\r\n\0]/g, "");

/** HTML Standard, section 9.2.5: an event ends with an empty line. */
function eventText({ id, event, data }: ServerSentEvent): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}`);
  if (event !== undefined) lines.unshift(`event: ${oneLine(event)}`);
  if (id !== undefined) lines.unshift(`id: ${oneLine(id)}`);
  return `${lines.join("\n")}\n\n`;
}
