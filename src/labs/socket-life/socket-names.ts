import type { KernelTcpSocket } from "#lab-kit/kernel-socket.ts";
import type { SocketCall } from "#lab-kit/observation.ts";
import { type ClientName, isClient, isListener, peerOf, type SocketName } from "./model.ts";

/**
 * The lab's names of the kernel's rows, learnt from what the program says of its ports. Rows of
 * other runs of the bench, which may stand in TIME-WAIT for a minute, are none of this one.
 */
export class SocketNames {
  readonly #clients = new Map<number, ClientName>();
  #listener: SocketName = "L1";
  #port = 0;

  /** Learns from a call that came back. */
  learn({ call, socket, local, error }: SocketCall): void {
    const name = socket as SocketName;
    if (local === undefined || error !== undefined) return;
    if (isListener(name)) this.#port = local;
    if (isListener(name) && call === "listen") this.#listener = name;
    if (isClient(name)) this.#clients.set(local, name);
  }

  /** A client's socket is bound while its `connect` still waits. */
  wait({ socket, local }: { socket: SocketName; local?: number }): void {
    if (local !== undefined && isClient(socket)) this.#clients.set(local, socket);
  }

  /** Whether the program has not told yet whose one of these rows is. */
  hasUnknown(rows: readonly KernelTcpSocket[]): boolean {
    return rows.some((row) => this.#isOwn(row) && !this.#nameOf(row));
  }

  /** The rows of this run, each with its name, in the order of the program's names. */
  named(rows: readonly KernelTcpSocket[]): KernelTcpSocket[] {
    return rows
      .flatMap((row) => {
        const socket = this.#nameOf(row);
        return socket ? [{ ...row, socket }] : [];
      })
      .sort((a, b) => order(a.socket) - order(b.socket));
  }

  #isOwn({ localPort, remotePort }: KernelTcpSocket): boolean {
    return this.#port !== 0 && (localPort === this.#port || remotePort === this.#port);
  }

  /** `undefined` while the program has not told of the socket, and for those of other runs. */
  #nameOf(row: KernelTcpSocket): SocketName | undefined {
    const { localPort, remotePort, state } = row;
    if (!this.#isOwn(row)) return undefined;
    if (remotePort === this.#port) return this.#clients.get(localPort);
    if (state === "LISTEN") return this.#listener;
    const client = this.#clients.get(remotePort);
    return client && peerOf(client);
  }
}

/** The listening socket first, then by connection, the client's end before the server's. */
const order = (name: SocketName): number =>
  isListener(name) ? 0 : Number(name[1]) * 2 + (isClient(name) ? 0 : 1);
