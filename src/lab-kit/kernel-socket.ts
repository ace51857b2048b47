import type { TcpState } from "#wire/tcp-states.ts";

/** One row of the kernel's own table of sockets. */
interface KernelSocket {
  localPort: number;
  /** 0 when there is no peer. */
  remotePort: number;
  /** Bytes that the peer's kernel has not acknowledged; of a listening socket: 0. */
  sendQueueBytes: number;
  /** Bytes that the program has not read; of a listening socket: connections not yet accepted. */
  receiveQueue: number;
  /** Number of the file; 0 when no program holds it: not yet accepted, or only waiting. */
  inode: number;
  /** What a lab calls it, where it has a name. */
  socket?: string;
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
