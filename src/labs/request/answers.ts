import { news, programNames } from "./model.ts";
import { connectionsOf, heardUnasked, isOver, type SeenRun, sayingsOf } from "./run-facts.ts";

const none = (ids: readonly string[]): string[] => (ids.length > 0 ? [...ids] : ["none"]);

/** Who said the first word once there was a connection: Ann or Bob. */
function speaksFirst(run: SeenRun): string[] {
  const first = sayingsOf(run).find(({ what }) => what === "message-out");
  return first ? [first.where] : [];
}

/** Whose port was the same on each connection: Ann, Bob or none. Asked of two or more. */
function samePort(run: SeenRun): string[] {
  const connections = connectionsOf(run).filter(({ error }) => error === undefined);
  if (connections.length < 2) return [];
  const isSame = (who: string): boolean =>
    new Set(
      connections.map(({ client, clientPort, serverPort }) =>
        client === who ? clientPort : serverPort,
      ),
    ).size === 1;
  return none(programNames.filter(isSame));
}

/** Which news reached Ann though she had not just asked: late, here or none. */
function unasked(run: SeenRun): string[] {
  const heard = heardUnasked(run, "Ann");
  return none(news.filter((one) => heard.includes(one)));
}

/** What became of the last call of `connect`: connected or refused. */
function lastCall(run: SeenRun): string[] {
  const last = connectionsOf(run).at(-1);
  if (!last) return [];
  if (last.error === undefined) return ["connected"];
  return last.error === "ECONNREFUSED" ? ["refused"] : ["failed"];
}

/** Who was a client: whose program called `connect`. */
const clients = (run: SeenRun): string[] =>
  programNames.filter((name) => connectionsOf(run).some(({ client }) => client === name));

/** Who was a server: whose program got a connection that it had waited for. */
const servers = (run: SeenRun): string[] =>
  programNames.filter((name) =>
    run.observations.some(
      (seen) => seen.what === "socket-called" && seen.call === "accept" && seen.where === name,
    ),
  );

/** Questions that a run answers. */
export type AskId = "speaksFirst" | "samePort" | "unasked" | "lastCall" | "clients" | "servers";

const whenOver =
  (answer: (run: SeenRun) => string[]) =>
  (run: SeenRun): string[] =>
    isOver(run) ? answer(run) : [];

/** Turns a run into answer keys: question to the ids of the options that came true. */
export const answers: Readonly<Record<AskId, (run: SeenRun) => string[]>> = {
  speaksFirst: whenOver(speaksFirst),
  samePort: whenOver(samePort),
  unasked: whenOver(unasked),
  lastCall: whenOver(lastCall),
  clients: whenOver(clients),
  servers: whenOver(servers),
};
