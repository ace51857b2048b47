import {
  actingCallIds,
  type ClientName,
  type ClientSetting,
  clientNames,
  type Namespace,
  namespaces,
  type OtherNamespace,
  type PageCallId,
  type Room,
  type ServerCallId,
  type Settings,
  serverCallIds,
  targetRooms,
  usesNamespace,
  usesRoom,
} from "../model.ts";

/** The line or lines that run, in the namespace `/` if none is chosen. */
export type Line = Pick<Settings, "from" | "pageCall" | "serverCall" | "room"> & {
  chosen?: Namespace;
};

/** What one client can be, with the namespaces that it joins beside `/`. */
export type ClientState = ClientSetting & { joins?: OtherNamespace[] };

const memberships: Room[][] = [[], ["red"], ["blue"], ["red", "blue"]];

/**
 * What one client can be: connected in eight ways, or away. Away, it is in no room at the server
 * and hears nothing, so its other settings are one case.
 */
export const clientStates: readonly ClientState[] = [
  ...memberships.flatMap((rooms) =>
    [true, false].map((listens) => ({ rooms, listens, connected: true })),
  ),
  { rooms: ["red"], listens: true, connected: false },
];

/** The same with namespaces: in any of them or none, in both rooms or none. */
export const statesInNamespaces: readonly ClientState[] = [
  ...[[], ["/news"], ["/staff"], ["/news", "/staff"]].flatMap((joins) =>
    [memberships[0], memberships[3]].flatMap((rooms) =>
      [true, false].map(
        (listens): ClientState => ({
          joins: joins as OtherNamespace[],
          rooms: rooms ?? [],
          listens,
          connected: true,
        }),
      ),
    ),
  ),
  { joins: ["/news", "/staff"], rooms: ["red"], listens: true, connected: false },
];

/** Every line in every namespace. */
export const inEveryNamespace = (lines: readonly Line[]): Line[] =>
  namespaces.flatMap((chosen) => lines.map((line) => ({ ...line, chosen })));

/** The same settings, with a sender that opens its connection in the run. */
export const withFreshSender = (all: readonly Settings[]): Settings[] =>
  all.map((settings) =>
    settings.namespaces
      ? { ...settings, namespaces: { ...settings.namespaces, isFresh: true } }
      : settings,
  );

const roomsFor = (call: ServerCallId) => (usesRoom(call) ? targetRooms : targetRooms.slice(0, 1));

/** Ann emits by these calls; the server's listener has every line, with every room. */
export const linesOfAnn = (calls: readonly PageCallId[]): Line[] =>
  calls.flatMap((pageCall) =>
    serverCallIds.flatMap((serverCall) =>
      roomsFor(serverCall).map((room) => ({ from: "Ann" as const, pageCall, serverCall, room })),
    ),
  );

/** Those of the lines whose call is one that the lab offers where nobody chose a namespace. */
export const withoutNamespaces = (lines: readonly Line[]): Line[] =>
  lines.filter(({ serverCall }) => !usesNamespace(serverCall));

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

type Three = Record<ClientName, ClientState>;

const settingsOf = ({ chosen, ...line }: Line, three: Three): Settings => {
  const clientOf = ({ joins: _, ...client }: ClientState): ClientSetting => client;
  const { Ann, Bob, Cem } = three;
  const joins = { Ann: Ann.joins ?? [], Bob: Bob.joins ?? [], Cem: Cem.joins ?? [] };
  return {
    ...line,
    event: "news",
    payload: '{ "n": 1 }',
    clients: {
      Ann: clientOf(Ann),
      Bob: clientOf(Bob),
      Cem: clientOf(Cem),
      Dee: { rooms: [], listens: true, connected: false },
    },
    ...(chosen && { namespaces: { chosen, joins, isFresh: false } }),
  };
};

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
export function everyPair(
  lines: readonly Line[],
  random: () => number,
  states: readonly ClientState[] = clientStates,
): Settings[] {
  const any = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const anyThree = (): Three => ({ Ann: any(states), Bob: any(states), Cem: any(states) });
  const withLine = clientNames.flatMap((who) =>
    states.flatMap((state) =>
      lines.map((line) => settingsOf(line, { ...anyThree(), [who]: state })),
    ),
  );
  const withState = pairsOfClients.flatMap(([a, b]) =>
    states.flatMap((first) =>
      states.map((second) => settingsOf(any(lines), { ...anyThree(), [a]: first, [b]: second })),
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
  const groups = Map.groupBy(all, ({ clients, namespaces: use }) =>
    JSON.stringify([clientNames.map((who) => clients[who].connected), use?.joins]),
  );
  return [...groups.values()].flat();
};

/** One of so many of these settings, drawn at random: what a plain test run takes of a long list. */
export const oneOf = (
  parts: number,
  all: readonly Settings[],
  random: () => number,
): readonly Settings[] => all.filter(() => random() * parts < 1);
