/**
 * Source: Linux, Documentation/networking/proc_net_tcp.rst; proc(5); `include/net/tcp_states.h`.
 *
 * Leaves out: timers, retransmissions and everything after the inode, but for a UDP socket's drops.
 */

import type { TcpState } from "#wire/tcp-states.ts";
import type { KernelTcpSocket, KernelUdpSocket } from "../../kernel-socket.ts";

/** Names as RFC 9293, section 3.3.2 has them, by the kernel's number. */
const tcpStates: Readonly<Record<string, TcpState>> = {
  "01": "ESTABLISHED",
  "02": "SYN-SENT",
  "03": "SYN-RECEIVED",
  "04": "FIN-WAIT-1",
  "05": "FIN-WAIT-2",
  "06": "TIME-WAIT",
  "07": "CLOSED",
  "08": "CLOSE-WAIT",
  "09": "LAST-ACK",
  "0A": "LISTEN",
  "0B": "CLOSING",
  // A connection that the handshake's last segment is still missing for; Linux numbers it apart.
  "0C": "SYN-RECEIVED",
};

/** The rows of `/proc/net/tcp` whose own address is this one, in the table's order. */
export const tcpRows = (table: string, address: string): KernelTcpSocket[] =>
  rowsOf(table, address).flatMap((cells) => {
    const state = tcpStates[cells[3] ?? ""];
    return state ? [{ ...socketOf(cells), state }] : [];
  });

/** The rows of `/proc/net/udp` whose own address is this one. */
export const udpRows = (table: string, address: string): KernelUdpSocket[] =>
  rowsOf(table, address).map((cells) => ({ ...socketOf(cells), drops: Number(cells[12]) }));

/**
 * Filters before it splits: the table holds every socket of the machine. It is no snapshot: the
 * kernel writes it piece by piece, and lists a socket twice when others go meanwhile. The newest row
 * of each counts.
 */
function rowsOf(table: string, address: string): string[][] {
  // Only a row's own address follows the colon of its number.
  const mark = `: ${kernelAddress(address)}:`;
  const rows = new Map<string, string[]>();
  for (let at = table.indexOf(mark); at >= 0; at = table.indexOf(mark, at + 1)) {
    const start = table.lastIndexOf("\n", at) + 1;
    const cells = table.slice(start, endOfLine(table, at)).trim().split(/\s+/);
    rows.set(identityOf(cells), cells);
  }
  return [...rows.values()];
}

/** A connection is its two ends; of sockets without a peer several may share a port. */
const identityOf = ([, local = "", remote = "", ...rest]: readonly string[]): string =>
  portOf(remote) === 0 ? `${local} ${rest[6]}` : `${local} ${remote}`;

const endOfLine = (table: string, at: number): number => {
  const end = table.indexOf("\n", at);
  return end < 0 ? table.length : end;
};

/** The kernel prints an address as one number in the byte order of the machine, which is little-endian. */
const kernelAddress = (address: string): string =>
  address
    .split(".")
    .reverse()
    .map((part) => Number(part).toString(16).toUpperCase().padStart(2, "0"))
    .join("");

function socketOf(cells: readonly string[]): Omit<KernelUdpSocket, "drops"> {
  const [, local = "", remote = "", , queues = ""] = cells;
  const [send = "", receive = ""] = queues.split(":");
  return {
    localPort: portOf(local),
    remotePort: portOf(remote),
    sendQueueBytes: Number.parseInt(send, 16),
    receiveQueue: Number.parseInt(receive, 16),
    inode: Number(cells[9]),
  };
}

const portOf = (end: string): number => Number.parseInt(end.slice(end.indexOf(":") + 1), 16);
