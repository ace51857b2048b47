import type { Socket } from "node:net";

/**
 * A TCP socket of the kernel as Node holds it, without the stream around it. Node sends it between
 * processes as it is, and takes it for a `Socket`; that is why its few methods are named here.
 */
export interface NativeHandle {
  close(done?: () => void): void;
  /** @returns 0, or libuv's number of an error */
  listen(backlog: number): number;
  onconnection?: (error: number, accepted?: NativeHandle) => void;
}

/** A socket that can still be bound. Node makes the kernel's socket in `bind`. */
export interface FreshHandle extends NativeHandle {
  /** @returns 0, or libuv's number of an error; that of a port in use comes with the next call */
  bind(address: string, port: number): number;
  getsockname(out: { port?: number }): number;
}

interface TcpBinding {
  TCP: new (type: number) => FreshHandle;
  constants: { SOCKET: number };
}

/** Makes a handle. Node's public functions bind and listen in one go, which some labs take apart. */
export function freshHandle(): FreshHandle {
  const { binding } = process as unknown as { binding(name: "tcp_wrap"): TcpBinding };
  const { TCP, constants } = binding("tcp_wrap");
  return new TCP(constants.SOCKET);
}

/** As the argument of `process.send`. */
export const asSendable = (handle: NativeHandle): Socket => handle as unknown as Socket;
