import { receiver, relayName, sender } from "./model.ts";
import type { SeenRun } from "./run-facts.ts";

const places: readonly (string | undefined)[] = [sender, relayName, receiver];

const byPlace = (one: { socket?: string }, other: { socket?: string }): number =>
  places.indexOf(one.socket) - places.indexOf(other.socket);

/** The kernel's own table of the run's UDP sockets, as it was when all was over. */
export function KernelRows({ run }: { run: SeenRun }) {
  const table = run.observations.findLast((seen) => seen.what === "kernel");
  if (!table)
    return (
      <p class="datagrams-note">
        This system has no table of sockets that the lab could read: the missing numbers stand
        alone.
      </p>
    );
  return (
    <table class="lab-table datagrams-kernel">
      <caption>
        The kernel’s own table <small>(/proc/net/udp, these sockets, at the end)</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">socket</th>
          <th scope="col">port</th>
          <th scope="col">unread bytes</th>
          <th scope="col">drops</th>
        </tr>
      </thead>
      <tbody>
        {table.udp.toSorted(byPlace).map(({ socket, localPort, receiveQueue, drops }) => (
          <tr key={localPort}>
            <th scope="row">{socket}</th>
            <td>{localPort}</td>
            <td>{receiveQueue}</td>
            <td>{drops}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
