import type { Observation } from "#lab-kit/observation.ts";
import type { Exchange } from "./exchange.ts";

/**
 * When the server's socket saw what a fact of Ann's page is the effect of, on the server's clock;
 * undefined where it is the effect of nothing that came from there.
 *
 * @param nth how many facts of this kind came before it
 */
export function causeMs(
  { what }: Observation,
  nth: number,
  exchanges: readonly Exchange[],
): number | undefined {
  if (what === "connected") return packetMs(exchanges, /^40\{/);
  if (what === "ack-received") return packetMs(exchanges, /^43/);
  if (what !== "connect-failed" && what !== "upgrade-failed") return undefined;
  const refused = exchanges.filter(
    ({ transport, answer }) => transport === "websocket" && answer && answer.status >= 400,
  );
  return refused[nth]?.answer?.atMs;
}

const packetMs = (exchanges: readonly Exchange[], packet: RegExp): number | undefined =>
  exchanges
    .flatMap(({ packets }) => packets)
    .find(({ way, text }) => way === "down" && packet.test(text))?.atMs;
