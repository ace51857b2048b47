import type { KernelTcpSocket } from "#lab-kit/kernel-socket.ts";
import { seen } from "#lab-kit/observation.ts";
import type { SeenRun } from "./run-facts.ts";

/** The kernel's own rows of this run's sockets, read before they were closed. */
export function Kernel({ run }: { run: SeenRun }) {
  const [view] = seen(run.observations, "kernel");
  if (!view)
    return <p class="request-note">This server’s system has no table of sockets to read.</p>;
  if (view.tcp.length === 0)
    return <p class="request-note">The kernel’s table has no socket of this run: none is open.</p>;
  return (
    <table class="lab-table">
      <caption>
        The kernel’s own table at the end of the run <small>rows of this run</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">socket</th>
          <th scope="col">own port</th>
          <th scope="col">peer’s port</th>
          <th scope="col">state</th>
        </tr>
      </thead>
      <tbody>
        {view.tcp.map((row) => (
          <KernelRow key={`${row.localPort} ${row.remotePort}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}

const KernelRow = ({ row: { socket, localPort, remotePort, state } }: { row: KernelTcpSocket }) => (
  <tr>
    <th scope="row">{socket}</th>
    <td>
      <code>{localPort}</code>
    </td>
    <td>{remotePort === 0 ? "none" : <code>{remotePort}</code>}</td>
    <td>{state}</td>
  </tr>
);
