import { endpointText } from "#wire/segment-of.ts";
import type { ConversationStep, ConversationView } from "../model.ts";
import type { CaptureFile } from "./capture-file.ts";
import type { Indexer } from "./indexer.ts";
import { rowOf } from "./rows.ts";

/** Packets that are drawn at most, half of them before the one that was chosen. */
const maxSteps = 60;

/** The conversation of a packet, or the part around it; undefined when it belongs to none. */
export async function conversationView(
  file: CaptureFile,
  indexer: Indexer,
  number: number,
): Promise<ConversationView | undefined> {
  const { index } = indexer;
  const conversation = index.conversation.at(number);
  if (conversation < 0) return undefined;
  const { near, count } = neighbours(indexer, conversation, number);
  const first = near[0] ?? number;
  const sides = sidesOf(indexer, first);
  const steps: ConversationStep[] = [];
  for (const other of near)
    steps.push({
      row: await rowOf(file, indexer, other),
      way: isFromFirst(indexer, first, other) ? "right" : "left",
    });
  return { conversation, sides, steps, count };
}

function neighbours({ index }: Indexer, conversation: number, number: number) {
  const all: number[] = [];
  let place = 0;
  for (let other = 0; other < index.length; other++) {
    if (index.conversation.at(other) !== conversation) continue;
    if (other === number) place = all.length;
    all.push(other);
  }
  const from = Math.max(0, Math.min(place - maxSteps / 2, all.length - maxSteps));
  return { near: all.slice(from, from + maxSteps), count: all.length };
}

/** Of a connection the client stands first; else who was seen first. */
function sidesOf({ index, addresses }: Indexer, first: number): [string, string] {
  const textOf = (address: number, port: number): string => {
    const text = addresses.textOf(address) || "?";
    return port === 0 ? text : endpointText(text, port);
  };
  const from = textOf(index.from.at(first), index.srcPort.at(first));
  const to = textOf(index.to.at(first), index.dstPort.at(first));
  return index.way.at(first) === 2 ? [to, from] : [from, to];
}

function isFromFirst({ index }: Indexer, first: number, other: number): boolean {
  const way = index.way.at(other);
  if (way !== 0) return way === 1;
  return (
    index.from.at(other) === index.from.at(first) &&
    index.srcPort.at(other) === index.srcPort.at(first)
  );
}
