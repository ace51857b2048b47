import { frameOf } from "#sim/frames.ts";
import { ipv4Fragments, ipv6Fragments } from "#sim/ip-fragments.ts";
import { type PacketHead, packetOf, protocols } from "#sim/packets.ts";
import { type TcpState, tcpSegments, timestamps, udpDatagram } from "#sim/transport.ts";
import { hostsOf, serverPorts } from "./hosts.ts";
import { type MadeNumbers, madeNumbers } from "./made-numbers.ts";
import { messageBytes } from "./message-bytes.ts";
import { isOverTcp, linkMtu, type Settings } from "./model.ts";

/** The TCP connection that Ann's message goes over, as it stands then. */
const connectionOf = ({ carrier, hasTimestamps }: Settings, made: MadeNumbers): TcpState => ({
  srcPort: made.annPort,
  dstPort: serverPorts[carrier],
  seq: made.annSeq,
  ack: made.serverSeq,
  window: 502,
  options: hasTimestamps ? timestamps(made.annClock, made.serverClock) : new Uint8Array(),
});

/** The frames in which Ann's message leaves her computer. */
export function sentFrames(settings: Settings, made: MadeNumbers = madeNumbers): Uint8Array[] {
  const { ann, routerNear } = hostsOf(settings);
  const link = { src: ann.mac, dst: routerNear.mac, isTagged: settings.isTagged };
  return sentPackets(settings, made).map((packet) => frameOf(link, packet));
}

function sentPackets(settings: Settings, made: MadeNumbers): Uint8Array[] {
  const data = messageBytes(settings);
  const head = headOf(settings, made);
  if (!isOverTcp(settings)) {
    const ports = { srcPort: made.annPort, dstPort: serverPorts[settings.carrier] };
    return fragmented(packetOf(head, udpDatagram(ports, data, head)), head, made);
  }
  const room = linkMtu - (settings.ip === "ipv4" ? 20 : 40);
  const segments = tcpSegments(connectionOf(settings, made), data, room, head);
  return segments.map((segment, index) =>
    packetOf({ ...head, identification: head.identification + index }, segment),
  );
}

/** TCP finds out the path's MTU, and so forbids to fragment; see RFC 1191. */
function headOf(settings: Settings, made: MadeNumbers): PacketHead {
  const { ann, server } = hostsOf(settings);
  const isTcp = isOverTcp(settings);
  return {
    src: ann.ip,
    dst: server.ip,
    protocol: isTcp ? protocols.tcp : protocols.udp,
    ttl: Number(settings.ttl),
    df: isTcp || settings.dontFragment,
    identification: made.identification,
  };
}

const fragmented = (packet: Uint8Array, { src }: PacketHead, made: MadeNumbers): Uint8Array[] =>
  src.length === 4
    ? ipv4Fragments(packet, linkMtu)
    : ipv6Fragments(packet, linkMtu, made.fragmentIdentification);
