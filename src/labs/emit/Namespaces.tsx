import { Segmented } from "#ui/Segmented.tsx";
import type { EmitLab } from "./emit-lab.ts";
import {
  type ClientName,
  clientNames,
  type NamespaceSettings,
  namespaces,
  type OtherNamespace,
  otherNamespaces,
  tokenHolder,
} from "./model.ts";
import { SwitchCell } from "./SwitchCell.tsx";

/** What the reader chooses about namespaces; one tick as long as there are none. */
export function Namespaces({ lab }: { lab: EmitLab }) {
  const { namespaces: use, from } = lab.settings.value;
  return (
    <div class="emit-namespaces">
      <label class="tick">
        <input
          type="checkbox"
          checked={use !== undefined}
          onChange={(event) => lab.useNamespaces(event.currentTarget.checked)}
        />
        Use namespaces
      </label>
      {use ? (
        <>
          <Segmented
            label="The call is made in"
            value={use.chosen}
            options={namespaces.map((value) => ({ value, label: value }))}
            onChange={(chosen) => lab.changeNamespaces({ chosen })}
          />
          <JoinTable lab={lab} use={use} />
          {from === "server" ? null : (
            <label class="tick">
              <input
                type="checkbox"
                checked={use.isFresh}
                onChange={(event) => lab.changeNamespaces({ isFresh: event.currentTarget.checked })}
              />
              {from} connects in the run
            </label>
          )}
        </>
      ) : null}
    </div>
  );
}

/** Who joins what, beside the namespace that every client is in. */
function JoinTable({ lab, use }: { lab: EmitLab; use: NamespaceSettings }) {
  return (
    <div>
      <table class="emit-clients">
        <caption>Clients join, beside /</caption>
        <thead>
          <tr>
            <td />
            {clientNames.map((who) => (
              <th key={who} scope="col">
                {who}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {otherNamespaces.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {clientNames.map((who) => (
                <SwitchCell
                  key={who}
                  label={`${who} joins ${name}`}
                  isOn={use.joins[who].includes(name)}
                  set={(isIn) => lab.changeNamespaces({ joins: joinsWith(use, who, name, isIn) })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="emit-note">
        {tokenHolder}’s page sends the token of <code>/staff</code>; the others have none.
      </p>
    </div>
  );
}

/** The same with one client in or out of one namespace. */
function joinsWith(
  { joins }: NamespaceSettings,
  who: ClientName,
  name: OtherNamespace,
  isIn: boolean,
): NamespaceSettings["joins"] {
  const own = otherNamespaces.filter((known) =>
    known === name ? isIn : joins[who].includes(known),
  );
  return { ...joins, [who]: own };
}
