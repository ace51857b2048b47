import type { CaptureStop } from "#wire/capture-reader.ts";
import type { ConversationView, PacketDetail, PacketRow } from "../model.ts";
import { type Filter, type Overview, protocolNames } from "../model.ts";
import { CaptureFile } from "./capture-file.ts";
import { conversationView } from "./conversation-view.ts";
import type { Indexer } from "./indexer.ts";
import { matching } from "./matching.ts";
import { packetDetail } from "./packet-detail.ts";
import { readIndex } from "./read-index.ts";
import { rowOf } from "./rows.ts";
import type { Task } from "./task.ts";

/** Lines that are handed out at once, at most. */
const maxRows = 500;

/** A capture that was read: its index, and the file for everything else. */
export class CaptureSession {
  readonly #file: CaptureFile;
  readonly #indexer: Indexer;
  readonly #stopped: CaptureStop | undefined;
  /** Packets that the filter lets through; undefined for all. */
  #listed: Uint32Array | undefined;

  private constructor(file: CaptureFile, indexer: Indexer, stopped: CaptureStop | undefined) {
    this.#file = file;
    this.#indexer = indexer;
    this.#stopped = stopped;
  }

  static async open(file: Blob, task: Task): Promise<CaptureSession> {
    const { indexer, stopped } = await readIndex(file, task);
    return new CaptureSession(new CaptureFile(file), indexer, stopped);
  }

  overview(): Overview {
    const { index, counts, conversations, unknownLinks, firstTime, lastNs, isFull } = this.#indexer;
    return {
      packets: index.length,
      protocols: protocolNames
        .map((name) => ({ name, count: counts.get(name) ?? 0 }))
        .filter(({ count }) => count > 0),
      connections: conversations.count,
      unknownLinks: [...unknownLinks],
      firstTime,
      durationMs: lastNs / 1e6,
      sizeBytes: this.#file.sizeBytes,
      stopped: this.#stopped,
      isCapped: isFull,
    };
  }

  /** Lists the packets that a filter lets through; answers with how many they are. */
  async filter(filter: Filter, task: Task): Promise<number> {
    this.#listed = await matching(this.#file, this.#indexer, filter, task);
    return this.#listed?.length ?? this.#indexer.index.length;
  }

  /** Lines of the list, from one place to before another. */
  async rows(from: number, to: number): Promise<PacketRow[]> {
    const length = this.#listed?.length ?? this.#indexer.index.length;
    const rows: PacketRow[] = [];
    for (let place = Math.max(0, from); place < Math.min(to, length, from + maxRows); place++)
      rows.push(await rowOf(this.#file, this.#indexer, this.#listed?.[place] ?? place));
    return rows;
  }

  /** Place in the list of a packet, or of the first one behind it. */
  place(number: number): number {
    const listed = this.#listed;
    if (!listed) return number;
    const place = listed.findIndex((other) => other >= number);
    return place < 0 ? listed.length - 1 : place;
  }

  packet(number: number, task: Task): Promise<PacketDetail> {
    return packetDetail(this.#file, this.#indexer, number, task);
  }

  conversation(number: number): Promise<ConversationView | undefined> {
    return conversationView(this.#file, this.#indexer, number);
  }
}
