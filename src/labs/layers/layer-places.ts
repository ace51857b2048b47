/** Sources: RFC 1122, section 1.1.3; ITU-T X.200, clause 6.1. */

/** Where a layer stands in the two models, in words. */
export interface LayerPlace {
  /** The layer of the Internet's own model. */
  tcpIp: string;
  /** The layer of the OSI model, as far as it is agreed on. */
  osi: string;
}

const link = { tcpIp: "Link", osi: "2 Data link" };
const internet = { tcpIp: "Internet", osi: "3 Network" };
const transport = { tcpIp: "Transport", osi: "4 Transport" };
const application = { tcpIp: "Application", osi: "7 Application" };
/** OSI has no entry for them, and who draws them puts them at 5, 6 or 7. */
const unassigned = { tcpIp: "Application", osi: "above 4, not assigned" };

const places: Readonly<Record<string, LayerPlace>> = {
  ethernet: link,
  vlan: link,
  ipv4: internet,
  ipv6: internet,
  icmp: internet,
  icmpv6: internet,
  tcp: transport,
  udp: transport,
  http: application,
  dns: application,
  websocket: unassigned,
  "engine.io": unassigned,
  "socket.io": unassigned,
};

/** The place of a layer; undefined for data, which is no layer. */
export const placeOf = (layer: string): LayerPlace | undefined => places[layer];
