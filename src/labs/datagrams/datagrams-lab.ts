import { signal } from "@preact/signals";
import type { Observation } from "#lab-kit/observation.ts";
import { PresetLab, type PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { datagramsContract } from "./contract.ts";
import { type RelaySettings, type Settings, settingsProblem } from "./model.ts";
import type { Said } from "./outcome.ts";
import type { PresetId } from "./presets.ts";
import { presetOf } from "./settings-link.ts";

/** Sending takes 3 s at most, the relay and the kernel's table one more. */
const longestRunMs = 12_000;

/** The lab without its looks: what is sent, what is said of it, and the run. */
export class DatagramsLab extends PresetLab<typeof datagramsContract, Settings, Said, PresetId> {
  /** The stage is being set for a run. */
  readonly isPreparing = signal(false);

  constructor(given: PresetLabGiven<Settings, PresetId>) {
    super(given, {
      lab: "datagrams",
      subjects: [],
      isComplete,
      presetOf,
      longestRunMs: () => longestRunMs,
    });
  }

  override reset(): void {
    const wasRunning = this.bench.recorder.isRunning;
    super.reset();
    if (wasRunning) void this.bench.session.command("stop", {});
  }

  changeRelay(change: Partial<RelaySettings>): void {
    this.change({ relay: { ...this.settings.value.relay, ...change } });
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async start(): Promise<void> {
    if (this.isPreparing.value || this.bench.recorder.isRunning) return;
    const wrong = settingsProblem(this.settings.value);
    this.problem.value = wrong ? { says: wrong, next: "Change it, then send." } : undefined;
    if (wrong) return;
    this.isPreparing.value = true;
    try {
      if (await this.isLive()) await this.#runOnBench();
      else await this.playRecording();
    } finally {
      this.isPreparing.value = false;
    }
  }

  async #runOnBench(): Promise<void> {
    const settings = this.settings.value;
    const answer = await this.bench.session.command("sendLoad", settings);
    if (answer.ok) this.begin(settings);
    else this.bench.failed(answer.failure);
  }
}

/** The server says so when nothing is on its way any more. */
const isComplete = (observations: readonly Observation[]): boolean =>
  observations.some(({ what }) => what === "returned");
