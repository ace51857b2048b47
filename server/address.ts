import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import proxyAddr from "proxy-addr";

/** Stands for a client whose address is not known, for example one that has just gone. */
export const UNKNOWN_ADDRESS = "unknown";

const MAPPED_IPV4 = /^(?:0:){5}ffff:/;

/**
 * The client's address, `trustProxyHops` entries of `X-Forwarded-For` believed; IPv4 in dotted form,
 * IPv6 shortened. An entry that is no address is skipped in favour of the proxy that wrote it, so that
 * a forged one never makes an address of its own.
 */
export function clientAddress(request: IncomingMessage, trustProxyHops: number): string {
  const chain = proxyAddr.all(request, (_, index) => index < trustProxyHops);
  return chain.map(normalAddress).findLast((address) => address !== undefined) ?? UNKNOWN_ADDRESS;
}

/**
 * What limits count an address as: IPv4 as it is, IPv6 as its /64 network, since one household or one
 * machine has all addresses of such a network to choose from.
 */
export function addressGroup(address: string): string {
  if (isIP(address) !== 6) return address;
  const network = ipv6Groups(address).slice(0, 4);
  return `${shortIpv6(`${network.join(":")}::`)}/64`;
}

/** What limits count the other end of a TCP connection as. */
export const socketGroup = (remoteAddress: string | undefined): string =>
  addressGroup(normalAddress(remoteAddress) ?? UNKNOWN_ADDRESS);

function normalAddress(text: string | undefined): string | undefined {
  const address = withoutPort(text ?? "").replace(/%.*$/s, "");
  const version = isIP(address);
  if (version !== 6) return version === 4 ? address : undefined;
  const groups = ipv6Groups(address);
  return MAPPED_IPV4.test(groups.join(":")) ? dottedIpv4(groups) : shortIpv6(address);
}

/** Some proxies append the client's port: `192.0.2.1:5000`, `[2001:db8::1]:5000`. */
const withoutPort = (text: string): string =>
  /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;

const shortIpv6 = (address: string): string =>
  new URL(`http://[${address}]/`).hostname.slice(1, -1);

function ipv6Groups(address: string): string[] {
  const [head = "", tail] = shortIpv6(address).split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(zeros).fill("0"), ...after];
}

function dottedIpv4(groups: readonly string[]): string {
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
