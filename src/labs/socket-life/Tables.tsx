import type { KernelTcpSocket } from "#lab-kit/kernel-socket.ts";
import type { NodeSocket } from "#lab-kit/observation.ts";
import type { Tables } from "./story.ts";

/** The tables as they were read after one call. */
export function SocketTables({ tables, after }: { tables: Tables; after: string }) {
  if (tables.node) return <NodeTable sockets={tables.node} after={after} />;
  return <KernelTable rows={tables.kernel ?? []} after={after} />;
}

function KernelTable({ rows, after }: { rows: readonly KernelTcpSocket[]; after: string }) {
  return (
    <div class="life-scroll">
      <table class="life-table">
        <caption>The kernel’s own table {after}</caption>
        <thead>
          <tr>
            <th scope="col">socket</th>
            <th scope="col">state</th>
            <th scope="col">port</th>
            <th scope="col">peer’s</th>
            <th scope="col">Recv-Q</th>
            <th scope="col">Send-Q</th>
            <th scope="col">inode</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.socket} ${row.state}`} row={row} />
          ))}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={7}>no row of this run</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: KernelTcpSocket }) {
  const { socket, state, localPort, remotePort, receiveQueue, sendQueueBytes, inode } = row;
  return (
    <tr>
      <th scope="row">{socket}</th>
      <td class="life-state">{state}</td>
      <td>{localPort}</td>
      <td>{remotePort === 0 ? "–" : remotePort}</td>
      <td>{receiveQueue}</td>
      <td>{sendQueueBytes}</td>
      <td class={inode === 0 ? "life-nobody" : undefined}>{inode}</td>
    </tr>
  );
}

function NodeTable({ sockets, after }: { sockets: readonly NodeSocket[]; after: string }) {
  return (
    <div class="life-scroll">
      <table class="life-table">
        <caption>
          What Node knows of its sockets {after}: this system has no table of the kernel’s to read
        </caption>
        <thead>
          <tr>
            <th scope="col">socket</th>
            <th scope="col">Node says</th>
            <th scope="col">port</th>
            <th scope="col">peer’s</th>
          </tr>
        </thead>
        <tbody>
          {sockets.map(({ socket, state, local, remote }) => (
            <tr key={socket}>
              <th scope="row">{socket}</th>
              <td>{state}</td>
              <td>{local}</td>
              <td>{remote === 0 ? "–" : remote}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
