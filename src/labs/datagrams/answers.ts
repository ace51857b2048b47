import { receiver } from "./model.ts";
import {
  dropsIn,
  isInOrder,
  isOver,
  missingIn,
  passedOver,
  readsIn,
  type SeenRun,
  went,
} from "./run-facts.ts";

/** How many datagrams the receiver got, copies included: a number. */
const arrived = (run: SeenRun): string[] =>
  isOver(run) ? [String(passedOver(run, "udp").arrived.length)] : [];

/** none | some | all | more: of the datagrams that were sent. */
function howMany(run: SeenRun): string[] {
  const { sent, arrived: came } = passedOver(run, "udp");
  if (!isOver(run)) return [];
  if (came.length === 0) return ["none"];
  if (came.length === sent.length) return ["all"];
  return [came.length > sent.length ? "more" : "some"];
}

/** What the sender was told: none | EMSGSIZE | ECONNREFUSED, or another error's name. */
function error(run: SeenRun): string[] {
  const { errors } = passedOver(run, "udp");
  if (!isOver(run)) return [];
  return errors.length > 0 ? errors : ["none"];
}

/** kept | changed: the order of those that came. */
const order = (run: SeenRun): string[] =>
  isOver(run) ? [isInOrder(passedOver(run, "udp")) ? "kept" : "changed"] : [];

/** How often the UDP receiver was given something: a number. */
const reads = (run: SeenRun): string[] =>
  isOver(run) ? [String(readsIn(passedOver(run, "udp")))] : [];

/** How often the TCP receiver was given something: a number. */
const tcpReads = (run: SeenRun): string[] =>
  isOver(run) && went(run, "tcp") ? [String(readsIn(passedOver(run, "tcp")))] : [];

/** On which of the ways everything came: udp, tcp, or neither. */
function whole(run: SeenRun): string[] {
  if (!isOver(run)) return [];
  const ways = (["udp", "tcp"] as const).filter((over) => went(run, over));
  const came = ways.filter((over) => missingIn(passedOver(run, over)).length === 0);
  return came.length > 0 ? came : ["neither"];
}

/** equal | different: what is missing, and the drops of the receiver's socket; [] without a table. */
function missingIsDrops(run: SeenRun): string[] {
  const drops = dropsIn(run)?.get(receiver);
  if (!isOver(run) || drops === undefined) return [];
  return [missingIn(passedOver(run, "udp")).length === drops ? "equal" : "different"];
}

/** Turns a run into answer keys: question to the ids of the options that came true. */
export const answers = {
  arrived,
  howMany,
  error,
  order,
  reads,
  tcpReads,
  whole,
  missingIsDrops,
} as const satisfies Readonly<Record<string, (run: SeenRun) => string[]>>;
