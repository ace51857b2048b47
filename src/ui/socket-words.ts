import type { KernelTcpSocket, KernelUdpSocket } from "#lab-kit/kernel-socket.ts";
import type { NodeSocket, Passed, SocketCall } from "#lab-kit/observation.ts";

/** What came of a call on a socket. */
export function socketCallWords(called: SocketCall): string {
  const { socket, error, sizeBytes, local, remote, gives, isByItself, isNoCall } = called;
  const parts = [
    `on ${socket}`,
    error && `error ${error}`,
    sizeBytes !== undefined && (sizeBytes === 0 ? "0 bytes: the end" : `${sizeBytes} bytes`),
    gives && `gives ${gives}`,
    local !== undefined && `port ${local}`,
    remote !== undefined && `peer’s port ${remote}`,
    isByItself && "done by the runtime",
    isNoCall && "already closed: the kernel was not asked",
  ];
  return parts.filter(Boolean).join("; ");
}

const tcpWords = ({ state, ...row }: KernelTcpSocket): string => `${placeOf(row)} ${state}`;
const udpWords = ({ drops, ...row }: KernelUdpSocket): string => `${placeOf(row)} drops ${drops}`;

const placeOf = ({ socket, ...row }: Omit<KernelTcpSocket, "state">): string => {
  const name = socket === undefined ? "" : `${socket} `;
  const { localPort, remotePort, receiveQueue, sendQueueBytes, inode } = row;
  const ports = remotePort === 0 ? `${localPort}` : `${localPort}→${remotePort}`;
  return `${name}${ports} Recv-Q ${receiveQueue} Send-Q ${sendQueueBytes} inode ${inode}`;
};

/** The rows of the kernel's tables, in one line. */
export const kernelWords = (rows: { tcp: KernelTcpSocket[]; udp: KernelUdpSocket[] }): string =>
  [...rows.tcp.map(tcpWords), ...rows.udp.map(udpWords)].join(" | ") || "no row of this bench";

/** `1 byte`, `65,536 bytes`. */
export const bytesWords = (count: number): string =>
  `${count.toLocaleString("en")} ${count === 1 ? "byte" : "bytes"}`;

/** What one call passed, or several together. */
export const passedWords = ({ sizeBytes, times = 1, text }: Passed): string =>
  [
    bytesWords(sizeBytes),
    ...(times === 1 ? [] : [`in ${times} calls`]),
    ...(text === undefined ? [] : [JSON.stringify(text)]),
  ].join(" ");

/** What was written, and what `write` returned. */
export const wroteWords = (wrote: Passed & { isTaken: boolean; heldBytes: number }): string =>
  `${passedWords(wrote)}; returned ${wrote.isTaken}, Node holds ${bytesWords(wrote.heldBytes)}`;

/** What Node knows of sockets, in one line. */
export const nodeWords = (sockets: readonly NodeSocket[]): string =>
  sockets.map(({ socket, state, local }) => `${socket} ${local} ${state}`).join(" | ") || "none";
