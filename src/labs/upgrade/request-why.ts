import { type Exchange, isUpgraded } from "./exchange.ts";

/** Why a request without packets was sent. */
export function requestWhy({ method, transport, session }: Exchange): string {
  if (transport === "websocket") {
    return session === undefined
      ? "Ann asks for a WebSocket at once. That is an HTTP request, too."
      : "Ann asks for a WebSocket beside her session, which goes on polling.";
  }
  if (session === undefined) return "Ann asks for a session, by a plain HTTP request.";
  return method === "POST"
    ? "What Ann has to say goes up in a request of its own."
    : "Ann polls. The server keeps the request until it has something to say.";
}

/** Why a response without packets was sent. */
export function responseWhy(exchange: Exchange): string {
  if (isUpgraded(exchange))
    return "The server agrees. From here on this connection carries frames.";
  const { status = 0 } = exchange.answer ?? {};
  if (exchange.transport === "websocket")
    return "The WebSocket is refused, by a plain HTTP status.";
  if (status >= 400) return "The server refuses the request.";
  return exchange.method === "POST" ? "The server has taken it." : "Nothing to say.";
}
