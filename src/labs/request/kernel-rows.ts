import type { KernelTcpSocket } from "#lab-kit/kernel-socket.ts";
import type { OpenSocket } from "./messages.ts";

interface Tables {
  tcp: KernelTcpSocket[];
}

/** The tables are read ten times a second at most; what was just opened may be in the next only. */
const mostReads = 8;
const betweenReadsMs = 30;

const isOf = (row: KernelTcpSocket, { local, remote }: OpenSocket): boolean =>
  row.localPort === local && row.remotePort === remote;

/**
 * The kernel's rows of these sockets, with their names; rows of earlier runs are left out.
 *
 * @returns `undefined` where the system has no such table
 */
export async function rowsOf(
  open: readonly OpenSocket[],
  read: () => Promise<Tables | undefined>,
): Promise<KernelTcpSocket[] | undefined> {
  for (let reads = 1; ; reads += 1) {
    const tables = await read();
    if (!tables) return undefined;
    const rows = open.flatMap((socket) => {
      const row = tables.tcp.find((each) => isOf(each, socket));
      return row ? [{ ...row, socket: socket.name }] : [];
    });
    if (rows.length === open.length || reads === mostReads) return rows;
    await new Promise((resolve) => setTimeout(resolve, betweenReadsMs));
  }
}
