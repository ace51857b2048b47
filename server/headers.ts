import type { IncomingMessage, ServerResponse } from "node:http";
import type { Config } from "./config.ts";
import { contentPolicy, isEmbeddable } from "./csp.ts";
import { hostName, hostWithPort } from "./host-header.ts";
import { requestPath } from "./request-path.ts";

const ALWAYS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

/** Browsers ignore these on plain HTTP under a LAN name, and say so in the console. */
const WHERE_TRUSTWORTHY = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Origin-Agent-Cluster": "?1",
};

const ONLY_HTTPS = { "Strict-Transport-Security": "max-age=31536000" };

/**
 * Security headers for an answer. The Content-Security-Policy among them allows no inline script; the
 * static site replaces it by the page's own.
 */
export function securityHeaders(
  request: Pick<IncomingMessage, "url" | "headers">,
  { publicOrigins }: Pick<Config, "publicOrigins">,
): Record<string, string> {
  const isFramable = isEmbeddable(requestPath(request.url));
  const { host } = request.headers;
  const isHttps = isHttpsSite(host, publicOrigins);
  return {
    ...ALWAYS,
    "Content-Security-Policy": contentPolicy({ isEmbeddable: isFramable }),
    "Cross-Origin-Resource-Policy": isFramable ? "cross-origin" : "same-origin",
    ...(isHttps || isLoopback(host) ? WHERE_TRUSTWORTHY : {}),
    ...(isHttps ? ONLY_HTTPS : {}),
  };
}

/** Sets what an answer of the labs' backend needs: it is no document, and for this site only. */
export function setBackendHeaders(response: ServerResponse): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
}

/** Sets the security headers on a response of the site. */
export function setSecurityHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  config: Pick<Config, "publicOrigins">,
): void {
  const headers = new Map(Object.entries(securityHeaders(request, config)));
  response.setHeaders(headers);
}

/** A proxy may rewrite `Host`, so it only decides where public origins differ in scheme. */
function isHttpsSite(host: string | undefined, publicOrigins: readonly string[]): boolean {
  if (publicOrigins.length === 0) return false;
  if (publicOrigins.every((origin) => origin.startsWith("https:"))) return true;
  return publicOrigins.includes(`https://${hostWithPort(host, "https:")}`);
}

function isLoopback(host: string | undefined): boolean {
  const name = hostName(host) ?? "";
  return /^(?:.*\.)?localhost\.?$|^127(?:\.\d+){3}$|^\[::1\]$/.test(name);
}
