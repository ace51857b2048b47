import {
  actingCallIds,
  type ClientName,
  type ClientSetting,
  clientNames,
  type PageCallId,
  type Room,
  type ServerCallId,
  type Settings,
  serverCallIds,
  targetRooms,
  usesRoom,
} from "../model.ts";

/** The line or lines that run. */
export type Line = Pick<Settings, "from" | "pageCall" | "serverCall" | "room">;

const memberships: Room[][] = [[], ["red"], ["blue"], ["red", "blue"]];

/**
 * What one client can be: connected in eight ways, or away. Away, it is in no room at the server
 * and hears nothing, so its other settings are one case.
 */
export const clientStates: readonly ClientSetting[] = [
  ...memberships.flatMap((rooms) =>
    [true, false].map((listens) => ({ rooms, listens, connected: true })),
  ),
  { rooms: ["red"], listens: true, connected: false },
];

const roomsFor = (call: ServerCallId) => (usesRoom(call) ? targetRooms : targetRooms.slice(0, 1));

/** Ann emits by these calls; the server's handler has every line, with every room. */
export const linesOfAnn = (calls: readonly PageCallId[]): Line[] =>
  calls.flatMap((pageCall) =>
    serverCallIds.flatMap((serverCall) =>
      roomsFor(serverCall).map((room) => ({ from: "Ann" as const, pageCall, serverCall, room })),
    ),
  );

/** The server acts by itself, with every line that it can. */
export const linesOfServer = (): Line[] =>
  actingCallIds.flatMap((serverCall) =>
    roomsFor(serverCall).map((room) => ({
      from: "server" as const,
      pageCall: "emit" as const,
      serverCall,
      room,
    })),
  );

type Three = Record<ClientName, ClientSetting>;

const settingsOf = (line: Line, three: Three): Settings => ({
  ...line,
  event: "news",
  payload: '{ "n": 1 }',
  clients: { ...three, Dee: { rooms: [], listens: true, connected: false } },
});

/** Every line with every state of the three clients. */
export const everything = (lines: readonly Line[]): Settings[] =>
  byConnections(
    clientStates.flatMap((Ann) =>
      clientStates.flatMap((Bob) =>
        clientStates.flatMap((Cem) => lines.map((line) => settingsOf(line, { Ann, Bob, Cem }))),
      ),
    ),
  );

/** Settings that hold every pair of a line and a client's state, and of two clients' states. */
export function everyPair(lines: readonly Line[], random: () => number): Settings[] {
  const any = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const anyThree = (): Three => {
    return { Ann: any(clientStates), Bob: any(clientStates), Cem: any(clientStates) };
  };
  const withLine = clientNames.flatMap((who) =>
    clientStates.flatMap((state) =>
      lines.map((line) => settingsOf(line, { ...anyThree(), [who]: state })),
    ),
  );
  const withState = pairsOfClients.flatMap(([a, b]) =>
    clientStates.flatMap((first) =>
      clientStates.map((second) =>
        settingsOf(any(lines), { ...anyThree(), [a]: first, [b]: second }),
      ),
    ),
  );
  return byConnections([...withLine, ...withState]);
}

const pairsOfClients = [
  ["Ann", "Bob"],
  ["Ann", "Cem"],
  ["Bob", "Cem"],
] as const;

/** Those with the same connections follow each other, since to connect takes longest. */
const byConnections = (all: Settings[]): Settings[] => {
  const groups = Map.groupBy(all, ({ clients }) =>
    clientNames.map((who) => clients[who].connected).join(),
  );
  return [...groups.values()].flat();
};
