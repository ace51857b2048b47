import type { EmitLab } from "./emit-lab.ts";
import { joinTable } from "./join-rows.ts";

/** What the emitting client's connection carried, from its first packet on. */
export function Joins({ lab }: { lab: EmitLab }) {
  const run = lab.run.value;
  const from = run?.settings.from ?? "server";
  const table = run && joinTable(run.observations, from);
  if (!table) return null;
  const { rows, sessions, path } = table;
  return (
    <>
      <table class="lab-table emit-joins">
        <caption>What {from}’s client sent, and what came back</caption>
        <thead>
          <tr>
            <th scope="col">sent</th>
            <th scope="col">came back</th>
            <th scope="col">that is</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sent, got, means }) => (
            <tr key={sent}>
              <td>
                <code>{sent}</code>
              </td>
              <td>{got === undefined ? "–" : <code>{got}</code>}</td>
              <td>{means}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="emit-connections">
        {sessions === 1 ? "One connection" : `${sessions} connections`}, opened by a request to{" "}
        <code>{path}</code>.
      </p>
    </>
  );
}
