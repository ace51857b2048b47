import type { EmitLab } from "./emit-lab.ts";
import { type ClientName, clientNames, guestName, type Room, rooms } from "./model.ts";
import { SwitchCell } from "./SwitchCell.tsx";

/** Rooms, listener and connection of each client, as switches. */
export function ClientTable({ lab }: { lab: EmitLab }) {
  const { namespaces: use } = lab.settings.value;
  const names = lab.view.value.guests > 0 ? ([...clientNames, guestName] as const) : clientNames;
  return (
    <table class="emit-clients">
      <caption>Clients{use ? ` (rooms of ${use.chosen})` : ""}</caption>
      <thead>
        <tr>
          <td />
          {[...rooms, "listens", "connected"].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((who) => (
          <ClientRow key={who} lab={lab} who={who} />
        ))}
      </tbody>
    </table>
  );
}

function ClientRow({ lab, who }: { lab: EmitLab; who: ClientName | typeof guestName }) {
  const client = lab.settings.value.clients[who];
  const isGuest = who === guestName;
  const setRoom = (room: Room) => (isIn: boolean) =>
    lab.changeClient(who, {
      rooms: rooms.filter((known) => (known === room ? isIn : client.rooms.includes(known))),
    });
  return (
    <tr>
      <th scope="row">{who}</th>
      {rooms.map((room) => (
        <SwitchCell
          key={room}
          label={`${who} is in room ${room}`}
          isOn={client.rooms.includes(room)}
          set={setRoom(room)}
        />
      ))}
      <SwitchCell
        label={`${who} listens for the event`}
        isOn={isGuest || client.listens}
        isFixed={isGuest}
        set={(listens) => lab.changeClient(who, { listens })}
      />
      <SwitchCell
        label={`${who} is connected`}
        isOn={isGuest || client.connected}
        isFixed={isGuest}
        set={(connected) => lab.changeClient(who, { connected })}
      />
    </tr>
  );
}
