import { CaptureReader, type CaptureStop } from "#wire/capture-reader.ts";
import { Indexer } from "./indexer.ts";
import { breathe, type Task } from "./task.ts";

const pieceBytes = 2 * 1024 * 1024;

/** Reads a capture from its first byte to its last, piece by piece. */
export async function readIndex(
  file: Blob,
  task: Task,
): Promise<{ indexer: Indexer; stopped: CaptureStop | undefined }> {
  const indexer = new Indexer();
  const reader = new CaptureReader();
  const take: Parameters<CaptureReader["push"]>[1] = (packet, bytes) => indexer.take(packet, bytes);
  for (let at = 0; at < file.size && !reader.stopped && !indexer.isFull; at += pieceBytes) {
    const piece = await file.slice(at, at + pieceBytes).arrayBuffer();
    reader.push(new Uint8Array(piece), take);
    task.progress({ done: Math.min(file.size, at + pieceBytes), total: file.size });
    await breathe(task);
  }
  return { indexer, stopped: indexer.isFull ? undefined : reader.end(take) };
}
