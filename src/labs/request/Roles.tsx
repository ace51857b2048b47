import { type Connection, connectionsOf, type SeenRun } from "./run-facts.ts";

/** Who was client and who server, connection by connection. */
export function Roles({ run }: { run: SeenRun }) {
  const connections = connectionsOf(run);
  if (connections.length === 0) return null;
  return (
    <table class="lab-table">
      <caption>Each call of connect: who called, and whose port</caption>
      <thead>
        <tr>
          <th scope="col">call</th>
          <th scope="col">client</th>
          <th scope="col">server</th>
        </tr>
      </thead>
      <tbody>
        {connections.map((connection, index) => (
          <RolesRow key={`${index} ${connection.clientPort}`} connection={connection} at={index} />
        ))}
      </tbody>
    </table>
  );
}

function RolesRow({ connection, at }: { connection: Connection; at: number }) {
  const { client, server, clientPort, serverPort, error } = connection;
  return (
    <tr>
      <th scope="row">{at + 1}</th>
      <td>
        {client}
        {clientPort === undefined ? null : (
          <>
            , port <code>{clientPort}</code>
          </>
        )}
      </td>
      <td>
        {error === undefined ? (
          <>
            {server}, port <code>{serverPort}</code>
          </>
        ) : (
          <span class="is-no">
            ✕ nobody on port <code>{serverPort}</code>: <code>{error}</code>
          </span>
        )}
      </td>
    </tr>
  );
}
