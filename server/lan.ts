import type { NetworkInterfaceInfo, networkInterfaces } from "node:os";

/** Where the host listens. */
export interface Listening {
  host: string;
  port: number;
}

/** One address at which others in the network reach the host, and the network card that has it. */
export interface LanUrl {
  card: string;
  url: string;
}

const IPV4_ONLY = "0.0.0.0";
const ALL_ADDRESSES = "::";

/**
 * The URLs to print for a class, when the host listens on every address; else none. Loopback is left
 * out, and so are link-local IPv6 addresses, which no browser takes in a URL. IPv4 comes first.
 */
export function lanUrls(
  { host, port }: Listening,
  interfaces: ReturnType<typeof networkInterfaces>,
): LanUrl[] {
  if (host !== IPV4_ONLY && host !== ALL_ADDRESSES) return [];
  const usable = Object.entries(interfaces).flatMap(([card, infos]) =>
    (infos ?? []).filter((info) => isReachable(info, host)).map((info) => ({ card, info })),
  );
  usable.sort((a, b) => a.info.family.localeCompare(b.info.family));
  return usable.map(({ card, info }) => ({ card, url: urlOf(info, port) }));
}

function isReachable(info: NetworkInterfaceInfo, host: string): boolean {
  if (info.internal) return false;
  return info.family === "IPv4" || (host === ALL_ADDRESSES && !/^fe[89ab]/i.test(info.address));
}

const urlOf = ({ family, address }: NetworkInterfaceInfo, port: number): string =>
  `http://${family === "IPv6" ? `[${address}]` : address}:${port}/`;
