import { signal } from "@preact/signals";
import type { FailureText } from "#lab-kit/failures.ts";
import { PageLab } from "#lab-kit/page-lab.ts";
import type { PresetLabGiven } from "#lab-kit/preset-lab.ts";
import { CaptureClient, type CapturePort } from "./capture-client.ts";
import {
  type ConversationView,
  type Filter,
  noFilter,
  type Overview,
  type PacketDetail,
} from "./model.ts";
import { isPresetId, type PresetId, presets, type Settings } from "./presets.ts";
import type { Progress } from "./protocol.ts";
import { RowCache } from "./row-cache.ts";
import { presetOf } from "./settings-link.ts";
import {
  maxFileBytes,
  noPackets,
  noSample,
  stopText,
  tooLarge,
  workerFailed,
} from "./stop-words.ts";

/** A capture that is shown. */
export interface OpenCapture {
  name: string;
  overview: Overview;
}

/** What is being worked at, for as long as it takes. */
export interface Work {
  what: "read" | "search";
  progress: Progress;
}

/** What the lab is made with. */
export interface CaptureLabGiven
  extends Pick<PresetLabGiven<Settings, PresetId>, "start" | "ended"> {
  makePort(): CapturePort;
  /** Fetches a sample; undefined when it cannot be had. */
  fetchSample(preset: PresetId): Promise<Blob | undefined>;
}

/** The lab without its looks: one capture, what of it is listed, and the packet that was chosen. */
export class CaptureLab extends PageLab<Settings, Record<string, never>, PresetId> {
  readonly capture = signal<OpenCapture | undefined>(undefined);
  readonly work = signal<Work | undefined>(undefined);
  readonly filter = signal<Filter>(noFilter);
  /** What stands in the form, until it is asked for. */
  readonly draft = signal<Filter>(noFilter);
  /** Packets that the filter lets through. */
  readonly listed = signal(0);
  /** Place in the list of the packet that was chosen. */
  readonly place = signal<number | undefined>(undefined);
  readonly detail = signal<PacketDetail | undefined>(undefined);
  readonly conversation = signal<ConversationView | undefined>(undefined);
  readonly rows: RowCache;
  readonly #client: CaptureClient;
  readonly #fetchSample: CaptureLabGiven["fetchSample"];
  /** Counts what was opened, so that an older file does not come in place of a newer one. */
  #opened = 0;

  constructor({ makePort, fetchSample, ...given }: CaptureLabGiven) {
    super(given, { lab: "capture", presetOf });
    this.#client = new CaptureClient(makePort);
    this.#fetchSample = fetchSample;
    this.rows = new RowCache(async (from, to) => {
      const rows = await this.#client.ask("rows", { from, to });
      return rows.kind === "answer" ? rows.answer : undefined;
    });
  }

  /** Opens a sample that comes with the page. */
  async openSample(sample: string): Promise<void> {
    if (!isPresetId(sample)) return;
    const opened = this.#begin();
    const file = await this.#fetchSample(sample);
    if (opened !== this.#opened) return;
    if (file) await this.#read(file, presets[sample].title, { sample });
    else this.#refuse(noSample);
  }

  /** Opens a file of the reader's. It does not leave the page. */
  async openFile(file: File): Promise<void> {
    this.#begin();
    if (file.size > maxFileBytes) return this.#refuse(tooLarge(file.size));
    await this.#read(file, file.name, { sample: "own" });
  }

  /** Ends reading or searching. */
  cancel(): void {
    if (this.work.value?.what === "search") void this.list(noFilter);
    else this.#begin();
  }

  /** Lists the packets that a filter lets through, and keeps the chosen one in sight. */
  async list(filter: Filter): Promise<void> {
    this.filter.value = filter;
    this.draft.value = filter;
    const found = await this.#client.ask("filter", { filter }, (progress) => {
      this.work.value = { what: "search", progress };
    });
    if (found.kind === "gone") return;
    this.work.value = undefined;
    if (found.kind === "failed") return this.#refuse(workerFailed);
    this.rows.clear();
    this.listed.value = found.answer;
    await this.#keepPlace();
  }

  /** Chooses the packet at a place of the list. */
  async choose(place: number): Promise<void> {
    if (this.listed.value === 0) return;
    this.place.value = Math.max(0, Math.min(place, this.listed.value - 1));
    const row = this.rows.at(this.place.value);
    if (row) return this.#show(row.index);
    const found = await this.#client.ask("rows", {
      from: this.place.value,
      to: this.place.value + 1,
    });
    const index = found.kind === "answer" ? found.answer[0]?.index : undefined;
    if (index !== undefined) await this.#show(index);
  }

  /** Chooses a packet by its number, if it is listed. */
  async chooseIndex(index: number): Promise<void> {
    const place = await this.#client.ask("place", { index });
    if (place.kind === "answer") this.place.value = place.answer;
    await this.#show(index);
  }

  override reset(): void {
    super.reset();
    this.#begin();
  }

  /** Empties the lab, and ends what was going on. */
  #begin(): number {
    this.#client.stop();
    this.problem.value = undefined;
    this.capture.value = undefined;
    this.work.value = undefined;
    this.filter.value = noFilter;
    this.draft.value = noFilter;
    this.#forget();
    this.rows.clear();
    return ++this.#opened;
  }

  #forget(): void {
    this.place.value = undefined;
    this.detail.value = undefined;
    this.conversation.value = undefined;
  }

  #refuse(problem: FailureText): void {
    this.work.value = undefined;
    this.problem.value = problem;
  }

  async #read(file: Blob, name: string, settings: Settings): Promise<void> {
    const opened = this.#opened;
    this.work.value = { what: "read", progress: { done: 0, total: file.size } };
    const read = await this.#client.ask("open", { file }, (progress) => {
      this.work.value = { what: "read", progress };
    });
    if (opened !== this.#opened || read.kind === "gone") return;
    if (read.kind === "failed") return this.#refuse(workerFailed);
    const overview = read.answer;
    if (overview.packets === 0)
      return this.#refuse(overview.stopped ? stopText(overview.stopped) : noPackets);
    this.work.value = undefined;
    this.settings.value = settings;
    this.listed.value = overview.packets;
    this.capture.value = { name, overview };
    await this.choose(0);
    this.compute(settings, []);
  }

  async #show(index: number): Promise<void> {
    const [detail, conversation] = await Promise.all([
      this.#client.ask("packet", { index }),
      this.#client.ask("conversation", { index }),
    ]);
    if (detail.kind === "answer") this.detail.value = detail.answer;
    else if (detail.kind === "failed") this.#refuse(workerFailed);
    if (conversation.kind === "answer") this.conversation.value = conversation.answer;
  }

  async #keepPlace(): Promise<void> {
    const chosen = this.detail.value?.row.index;
    if (this.listed.value === 0 || chosen === undefined) {
      this.place.value = undefined;
      return;
    }
    const place = await this.#client.ask("place", { index: chosen });
    if (place.kind !== "answer") return;
    const rows = await this.#client.ask("rows", { from: place.answer, to: place.answer + 1 });
    if (rows.kind !== "answer") return;
    this.place.value = place.answer;
    const index = rows.answer[0]?.index;
    if (index !== undefined && index !== chosen) await this.#show(index);
  }
}
