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

/** The handle of a server or a socket that is open. */
export const handleOf = (holder: object): NativeHandle =>
  (holder as { _handle: NativeHandle })._handle;

/** As the argument of `process.send`. */
export const asSendable = (handle: NativeHandle): Socket => handle as unknown as Socket;
