/**
 * Source: Linux, Documentation/networking/proc_net_tcp.rst; proc(5); `include/net/tcp_states.h`.
 *
 * Leaves out: timers, retransmissions and everything after the inode, but for a UDP socket's drops.
 */

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

/** State of a TCP connection. */
export type TcpState =
  | "CLOSED"
  | "LISTEN"
  | "SYN-SENT"
  | "SYN-RECEIVED"
  | "ESTABLISHED"
  | "FIN-WAIT-1"
  | "FIN-WAIT-2"
  | "CLOSE-WAIT"
  | "CLOSING"
  | "LAST-ACK"
  | "TIME-WAIT";

/** One row of the kernel's own table of sockets. */
export interface KernelSocket {
  localPort: number;
  /** 0 when there is no peer. */
  remotePort: number;
  /** Bytes that the peer's kernel has not acknowledged; of a listening socket: 0. */
  sendQueueBytes: number;
  /** Bytes that the program has not read; of a listening socket: connections not yet accepted. */
  receiveQueue: number;
  /** Number of the file; 0 when no program holds it: not yet accepted, or only waiting. */
  inode: number;
}

/** A row of the TCP table. */
export interface KernelTcpSocket extends KernelSocket {
  state: TcpState;
}

/** A row of the UDP table. */
export interface KernelUdpSocket extends KernelSocket {
  /** Datagrams that this socket lost, most often since its buffer was full. */
  drops: number;
}

/** The rows of `/proc/net/tcp` whose own address is this one, in the table's order. */
export const tcpRows = (table: string, address: string): KernelTcpSocket[] =>
  rowsOf(table, address).flatMap((cells) => {
    const state = tcpStates[cells[3] ?? ""];
    return state ? [{ ...socketOf(cells), state }] : [];
  });

/** The rows of `/proc/net/udp` whose own address is this one. */
export const udpRows = (table: string, address: string): KernelUdpSocket[] =>
  rowsOf(table, address).map((cells) => ({ ...socketOf(cells), drops: Number(cells[12]) }));

/** Filters before it splits: the table holds every socket of the machine. */
function rowsOf(table: string, address: string): string[][] {
  // Only a row's own address follows the colon of its number.
  const mark = `: ${kernelAddress(address)}:`;
  const rows: string[][] = [];
  for (let at = table.indexOf(mark); at >= 0; at = table.indexOf(mark, at + 1)) {
    const start = table.lastIndexOf("\n", at) + 1;
    rows.push(table.slice(start, endOfLine(table, at)).trim().split(/\s+/));
  }
  return rows;
}

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

function socketOf(cells: readonly string[]): KernelSocket {
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
