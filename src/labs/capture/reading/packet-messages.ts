import { Conversations } from "#wire/conversations.ts";
import { lookAt } from "#wire/packet-look.ts";
import type { StreamMessage } from "#wire/stream-reader.ts";
import type { PacketMessage } from "../model.ts";
import type { CaptureFile } from "./capture-file.ts";
import type { Indexer } from "./indexer.ts";
import { packetBytes } from "./rows.ts";
import { breathe, type Task } from "./task.ts";

/** Segments of one connection that are read again for one packet of it. */
const maxSegments = 50_000;
const segmentsAtOnce = 500;

/** Messages that a packet completes, read again from the beginning of its connection. */
export async function messagesEndingIn(
  file: CaptureFile,
  indexer: Indexer,
  number: number,
  task: Task,
): Promise<{ messages: PacketMessage[]; isTooFar: boolean }> {
  if (indexer.labels.of(number) === undefined) return { messages: [], isTooFar: false };
  const segments = segmentsUpTo(indexer, number);
  if (segments.length > maxSegments) return { messages: [], isTooFar: true };
  const conversation = new Conversations();
  let messages: StreamMessage[] = [];
  for (const [count, segment] of segments.entries()) {
    if (count % segmentsAtOnce === segmentsAtOnce - 1) await breathe(task);
    messages = await messagesOf(file, indexer, segment, conversation);
  }
  return { messages: messages.map(shown), isTooFar: false };
}

/** Packets of the same connection, up to this one. */
function segmentsUpTo({ index }: Indexer, number: number): number[] {
  const conversation = index.conversation.at(number);
  const segments: number[] = [];
  for (let other = 0; other <= number; other++)
    if (index.conversation.at(other) === conversation) segments.push(other);
  return segments;
}

async function messagesOf(
  file: CaptureFile,
  indexer: Indexer,
  number: number,
  conversation: Conversations,
): Promise<StreamMessage[]> {
  const { index } = indexer;
  const bytes = await packetBytes(file, indexer, number);
  const look = lookAt(bytes, index.link.at(number));
  const from = `${index.from.at(number)}:${look.srcPort}`;
  const to = `${index.to.at(number)}:${look.dstPort}`;
  return conversation.push(bytes, look, [from, to], index.atNs.at(number) / 1e6).messages;
}

const shown = ({ layer, text, bytes, plain, fields }: StreamMessage): PacketMessage => ({
  title: text === "" ? layer : text,
  bytes,
  plain,
  fields: [...fields],
});
