import type { IncomingMessage, ServerResponse } from "node:http";

/** What the host counts for those who watch over it. Times in ms on one clock. */
export interface HealthFacts {
  startedAtMs: number;
  nowMs: number;
  benches: number;
  connections: number;
  /** Version in package.json. */
  version: string;
  isStopping: boolean;
}

/** The body of `/healthz`: counts only, no address and no key. */
export interface HealthReport {
  status: "ok" | "stopping";
  uptimeS: number;
  benches: number;
  connections: number;
  version: string;
}

/** The report for the facts. `uptimeS` is in whole seconds. */
export function healthReport(facts: HealthFacts): HealthReport {
  return {
    status: facts.isStopping ? "stopping" : "ok",
    uptimeS: Math.max(0, Math.floor((facts.nowMs - facts.startedAtMs) / 1000)),
    benches: facts.benches,
    connections: facts.connections,
    version: facts.version,
  };
}

/** Answers `/healthz`: 200, or 503 while the host stops, so that a proxy sends nobody here. */
export function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  report: HealthReport,
): void {
  response.setHeader("Cache-Control", "no-store");
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const body = `${JSON.stringify(report)}\n`;
  response.writeHead(report.status === "ok" ? 200 : 503, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(body);
}
