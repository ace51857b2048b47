import type { Socket } from "node:net";
import type { ConnectionEnds } from "../../observation.ts";

/** An IPv4 connection that an IPv6 socket has accepted. */
const mapped = "::ffff:";

/** Ports and version of a connection that was accepted; undefined when it has closed already. */
export function endsOf(socket: Socket): ConnectionEnds | undefined {
  const { remoteAddress, remotePort: clientPort, localPort: serverPort } = socket;
  if (remoteAddress === undefined || clientPort === undefined || serverPort === undefined)
    return undefined;
  const isSix = remoteAddress.includes(":") && !remoteAddress.startsWith(mapped);
  return { ip: isSix ? "ipv6" : "ipv4", clientPort, serverPort };
}
