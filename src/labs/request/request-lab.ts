import { signal } from "@preact/signals";
import { PresetLab, type PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { Asked } from "./asks.ts";
import type { requestContract } from "./contract.ts";
import type { Settings } from "./model.ts";
import type { PresetId } from "./presets.ts";
import { isOver } from "./run-facts.ts";
import { presetOf } from "./settings-link.ts";

/** The lab without its looks: settings, what the reader says, and the run of two programs. */
export class RequestLab extends PresetLab<
  typeof requestContract,
  Settings,
  Record<Asked, readonly string[]>,
  PresetId
> {
  /** The programs are being started. */
  readonly isPreparing = signal(false);

  constructor(given: PresetLabGiven<Settings, PresetId>) {
    super(given, {
      lab: "request",
      // The programs under study are on the server, with sockets of its kernel.
      subjects: [],
      isComplete: (observations) => isOver({ observations }),
      presetOf,
    });
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async start(): Promise<void> {
    if (this.isPreparing.value || this.bench.recorder.isRunning) return;
    this.problem.value = undefined;
    this.isPreparing.value = true;
    try {
      if (await this.isLive()) await this.#runOnBench();
      else await this.playRecording();
    } finally {
      this.isPreparing.value = false;
    }
  }

  /** The run begins before the programs do: what they do first belongs to it. */
  async #runOnBench(): Promise<void> {
    const settings = this.settings.value;
    this.begin(settings);
    const answer = await this.bench.session.command("play", settings);
    if (answer.ok) return;
    this.bench.recorder.clear();
    this.bench.failed(answer.failure);
  }
}
