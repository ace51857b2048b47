import { dissectFrame, type FrameDissection } from "#wire/dissect-frame.ts";
import type { PacketDetail } from "../model.ts";
import type { CaptureFile } from "./capture-file.ts";
import type { Indexer } from "./indexer.ts";
import { messagesEndingIn } from "./packet-messages.ts";
import { packetBytes, rowOf } from "./rows.ts";
import type { Task } from "./task.ts";

/** Everything about one packet. */
export async function packetDetail(
  file: CaptureFile,
  indexer: Indexer,
  number: number,
  task: Task,
): Promise<PacketDetail> {
  const { index, firstTime } = indexer;
  const bytes = (await packetBytes(file, indexer, number)).slice();
  const originalBytes = index.originalBytes.at(number);
  const frame = dissectFrame(bytes, index.link.at(number), { originalLength: originalBytes });
  const row = await rowOf(file, indexer, number);
  const { messages, isTooFar } = await messagesEndingIn(file, indexer, number, task);
  return {
    row,
    bytes,
    originalBytes,
    time: firstTime && row.atMs !== undefined ? later(firstTime, index.atNs.at(number)) : undefined,
    layers: frame.layers,
    fields: frame.fields,
    stopped: stopSentence(frame, originalBytes),
    messages,
    isTooFar,
  };
}

function later(first: { seconds: number; nanoseconds: number }, ns: number) {
  const nanoseconds = first.nanoseconds + (ns % 1e9);
  const seconds = first.seconds + Math.floor(ns / 1e9) + Math.floor(nanoseconds / 1e9);
  return { seconds, nanoseconds: ((nanoseconds % 1e9) + 1e9) % 1e9 };
}

function stopSentence({ stopped }: FrameDissection, originalBytes: number): string | undefined {
  if (!stopped) return undefined;
  if (stopped.code === "malformed") return `At byte ${stopped.at}: ${stopped.rule}`;
  const missing = stopped.need - stopped.have;
  return stopped.need === originalBytes
    ? `The capture kept ${stopped.have} of ${originalBytes} bytes.`
    : `At byte ${stopped.at} at least ${missing} more byte${missing === 1 ? " is" : "s are"} needed than there are.`;
}
