import { signal } from "@preact/signals";
import type { Observation } from "#lab-kit/observation.ts";
import { PresetLab, type PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { Recording } from "#lab-kit/recording.ts";
import type { streamContract } from "./contract.ts";
import { messagesOfText, messagesRule } from "./message-text.ts";
import type { Said, Settings } from "./model.ts";
import type { PresetId } from "./presets.ts";
import { presetOf } from "./settings-link.ts";

/** A pause in all, and 8 MiB on a busy machine. */
const longestRunMs = 15_000;

/** The lab without its looks: one connection on the bench, written to and read from. */
export class StreamLab extends PresetLab<typeof streamContract, Settings, Said, PresetId> {
  /** The messages as the reader types them, while they do. */
  readonly draft = signal<string | undefined>(undefined);
  /** The stage is being set for a run, or one is broken off. */
  readonly isPreparing = signal(false);

  constructor(given: PresetLabGiven<Settings, PresetId>) {
    super(given, {
      lab: "stream",
      subjects: [],
      isComplete,
      presetOf,
      longestRunMs: () => longestRunMs,
    });
  }

  /** Takes the messages as they are typed; what does not fit is kept, and not run. */
  type(text: string): void {
    this.draft.value = text;
    const messages = messagesOfText(text);
    if (messages) this.change({ messages });
  }

  /** Whether what is typed can be run. */
  get fits(): boolean {
    const { value: text } = this.draft;
    return text === undefined || messagesOfText(text) !== undefined;
  }

  override reset(): void {
    const wasRunning = this.bench.recorder.isRunning;
    this.draft.value = undefined;
    super.reset();
    if (wasRunning) void this.#breakOff();
  }

  override show(recording: Recording): void {
    this.draft.value = undefined;
    super.show(recording);
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async start(): Promise<void> {
    if (this.isPreparing.value || this.bench.recorder.isRunning) return;
    this.problem.value = this.fits ? undefined : misfit;
    if (!this.fits) return;
    this.isPreparing.value = true;
    try {
      if (await this.isLive()) await this.#runOnBench();
      else await this.playRecording();
    } finally {
      this.isPreparing.value = false;
    }
  }

  /** The run begins first: what the bench sees of it may be here before the answer. */
  async #runOnBench(): Promise<void> {
    const settings = this.settings.value;
    this.begin(settings);
    const messages = [...settings.messages];
    const answer = await this.bench.session.command("transfer", { ...settings, messages });
    if (answer.ok) return;
    this.bench.recorder.clear();
    this.bench.failed(answer.failure);
  }

  /** What the bench still tells of the old run must not come into the next one. */
  async #breakOff(): Promise<void> {
    this.isPreparing.value = true;
    await this.bench.session.command("break-off", {});
    this.isPreparing.value = false;
  }
}

const misfit = { says: messagesRule, next: "Change what is typed, and run again." };

/** The bench says so when both programs have ended. */
const isComplete = (observations: readonly Observation[]): boolean =>
  observations.some(({ what }) => what === "returned");
