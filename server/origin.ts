import type { IncomingHttpHeaders } from "node:http";
import type { Config } from "./config.ts";
import { hostWithPort } from "./host-header.ts";

/**
 * Whether a request or upgrade may reach the labs' backend. Programs send no `Origin` and may; a page
 * must come from one of the public origins, or, when none is set, from the host that it calls.
 */
export function isOriginAllowed(
  headers: IncomingHttpHeaders,
  { publicOrigins }: Pick<Config, "publicOrigins">,
): boolean {
  if (headers.origin === undefined) return true;
  const origin = parseOrigin(headers.origin);
  if (!origin) return false;
  if (publicOrigins.length > 0) return publicOrigins.includes(origin.origin);
  return origin.host === hostWithPort(headers.host, origin.protocol);
}

interface WebOrigin {
  origin: string;
  host: string;
  protocol: "http:" | "https:";
}

/** Undefined for `null`, for other schemes and for anything that no browser would send. */
function parseOrigin(text: string): WebOrigin | undefined {
  if (!/^https?:\/\/[^/?#@\\\s,]+$/.test(text) || !URL.canParse(text)) return undefined;
  const { origin, host, protocol } = new URL(text);
  return { origin, host, protocol: protocol === "https:" ? "https:" : "http:" };
}
