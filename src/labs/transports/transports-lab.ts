import { type Signal, signal } from "@preact/signals";
import { BenchLab } from "#lab-kit/bench-lab.ts";
import type { LabState } from "#lab-kit/bench-session.ts";
import type { FailureText } from "#lab-kit/failures.ts";
import { type HeldLeases, holdLeases } from "#lab-kit/held-leases.ts";
import { leaseBudget } from "#lab-kit/lease-table.ts";
import { type Leases, pageLeases } from "#lab-kit/leases.ts";
import type { Observation } from "#lab-kit/observation.ts";
import type { Recording, Run } from "#lab-kit/recording.ts";
import type { OpenStream } from "#lab-kit/route-client.ts";
import { until } from "#lab-kit/until.ts";
import type { transportsContract } from "./contract.ts";
import { brokenText, noConnectionsText, restingText } from "./lane-problems.ts";
import { type Said, type Settings, staysOpen, type Transport } from "./model.ts";
import { NewsLanes } from "./news-lanes.ts";
import type { PresetId } from "./presets.ts";
import { presetOf } from "./settings-link.ts";
import { TakenConnections } from "./taken-connections.ts";

/** What the lab is made with. */
export interface TransportsLabOptions {
  failures: Readonly<Record<string, FailureText>>;
  start: { preset: PresetId; settings: Settings };
  /** A run has ended. */
  ended(run: Run): void;
  /** The recording of a preset, for when the server is away; none when it cannot be loaded. */
  recordingOf(preset: PresetId): Promise<Recording | undefined>;
  /** Build of the page; the one that this page names by default. */
  build?: string;
  /** Where the host is; the page's own origin by default. */
  url?: string;
  leases?: Leases;
  /** Opens event streams; the browser's own by default. */
  openStream?: OpenStream;
}

const waitForBenchMs = 4000;
/** The news takes 5 s, and polling may find the last item a second later. */
const longestRunMs = 12_000;

/** The lab without its looks: lanes that are told the same news, each in its own way. */
export class TransportsLab {
  readonly settings = signal<Settings>({} as Settings);
  /** What the reader says now. */
  readonly said = signal<Said>({});
  /** What had been said when the run that is shown began. */
  readonly saidBefore = signal<Said>({});
  /** The stage is being set for a run. */
  readonly isPreparing = signal(false);
  readonly bench: BenchLab<typeof transportsContract, Settings>;
  readonly #options: TransportsLabOptions;
  readonly #start: Signal<TransportsLabOptions["start"]>;
  /** What this page has open for the run. */
  #open: NewsLanes | TakenConnections | undefined;
  #held: HeldLeases | undefined;

  constructor(options: TransportsLabOptions) {
    const { start, recordingOf, openStream: _, ...others } = options;
    this.#options = options;
    this.#start = signal(start);
    this.settings.value = start.settings;
    this.bench = new BenchLab<typeof transportsContract, Settings>({
      ...others,
      lab: "transports",
      instance: start.preset,
      // Seats, but no Socket.IO clients: the lanes are made of other things.
      subjects: [],
      isComplete,
      presetOf,
      longestRunMs: () => longestRunMs,
      // Once the server is away, its recording can no longer be loaded from it.
      ready: () => void recordingOf(this.#start.value.preset),
      changed: ({ state }) => {
        if (state !== "live") this.#closeLanes();
      },
    });
  }

  open(): void {
    this.bench.open();
  }

  close(): void {
    this.#closeLanes();
    this.bench.close();
  }

  /** The preset that the reader started from. */
  get startPreset(): PresetId {
    return this.#start.value.preset;
  }

  change(change: Partial<Settings>): void {
    this.settings.value = { ...this.settings.value, ...change };
    this.bench.problem.value = undefined;
    // A prediction is about one setting: after its run, another setting needs a new one.
    if (this.bench.run.value) this.said.value = {};
  }

  say(change: Partial<Said>): void {
    this.said.value = { ...this.said.value, ...change };
  }

  /** Takes back what was said to one question. */
  unsay(ask: keyof Said): void {
    const { [ask]: _, ...rest } = this.said.value;
    this.said.value = rest;
  }

  /** Takes other settings to start from, as an address names them. */
  startFrom(start: TransportsLabOptions["start"]): void {
    this.#start.value = start;
    this.reset();
  }

  /** Back to where the reader started; the bench stays. */
  reset(): void {
    const { recorder, problem } = this.bench;
    this.settings.value = this.#start.value.settings;
    this.said.value = {};
    problem.value = undefined;
    const wasRunning = recorder.isRunning;
    recorder.clear();
    if (wasRunning) void this.#stop();
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async begin(): Promise<void> {
    if (this.isPreparing.value || this.bench.recorder.isRunning) return;
    this.bench.problem.value = undefined;
    this.isPreparing.value = true;
    try {
      if (await this.#isLive()) await this.#runOnBench();
      else await this.#playRecording();
    } finally {
      this.isPreparing.value = false;
    }
  }

  /** Shows a recording: one that the reader opened, or one that the lab brought. */
  show(recording: Recording): void {
    this.bench.problem.value = undefined;
    this.settings.value = recording.settings as Settings;
    this.saidBefore.value = this.said.value;
    this.bench.recorder.show(recording);
  }

  /** Whether the bench is open now; opens it, or waits for it, when it is not lost. */
  async #isLive(): Promise<boolean> {
    const { view } = this.bench;
    this.open();
    await until(() => !isOpening(view.value.state), waitForBenchMs);
    return view.value.state === "live";
  }

  async #runOnBench(): Promise<void> {
    this.#closeLanes();
    const settings = await this.#leased(this.settings.value);
    if (!settings) return;
    const { show, seed } = settings;
    const answer = await this.bench.session.command("start", { show, seed });
    if (!answer.ok) {
      this.#closeLanes();
      return this.bench.failed(answer.failure);
    }
    this.saidBefore.value = this.said.value;
    this.bench.recorder.begin(settings);
    this.#open = this.#lanesOf(settings);
    this.#open.start();
  }

  /** The settings with those lanes that there are connections for; nothing when it needs all. */
  async #leased(settings: Settings): Promise<Settings | undefined> {
    const { show, lanes } = settings;
    const long = lanes.filter(staysOpen);
    const wanted = show === "news" ? long.length : leaseBudget;
    const { leases = pageLeases() } = this.#options;
    this.#held = await holdLeases(leases, wanted, () => void this.#stop());
    const resting = long.slice(this.#held.count);
    if (show === "news" && resting.length < lanes.length) {
      if (resting.length > 0) this.bench.problem.value = restingText(resting);
      return { ...settings, lanes: lanes.filter((lane) => !resting.includes(lane)) };
    }
    if (this.#held.count === wanted) return settings;
    this.#closeLanes();
    this.bench.problem.value = noConnectionsText;
    return undefined;
  }

  #lanesOf({ show, lanes, everyMs }: Settings): NewsLanes | TakenConnections {
    const { session } = this.bench;
    const { openStream } = this.#options;
    const clientOf = (who: string, seat = who) => session.routeClient(who, { seat, openStream });
    const finished = () => void this.#stop();
    const broke = (lane: Transport): void => {
      this.bench.problem.value = brokenText(lane);
    };
    return show === "news"
      ? new NewsLanes({ lanes, everyMs, clientOf, broke, finished })
      : new TakenConnections({ clientOf, finished });
  }

  /** What was counted is told before anything is closed, so that the closing is not in it. */
  async #stop(): Promise<void> {
    const answer = await this.bench.session.command("stop", {});
    this.#closeLanes();
    if (!answer.ok && answer.failure.code !== "disconnected") this.bench.failed(answer.failure);
  }

  #closeLanes(): void {
    this.#open?.close();
    this.#open = undefined;
    this.#held?.giveBack();
    this.#held = undefined;
  }

  /** The server is away: the preset's recording stands in, and says so. */
  async #playRecording(): Promise<void> {
    const preset = presetOf(this.settings.value);
    const recording = preset && (await this.#options.recordingOf(preset));
    if (recording) return this.show(recording);
    this.bench.problem.value = {
      says: "The server is away, and only the presets were recorded.",
      next: "Press Reset to see one, or wait: the page tries again by itself.",
    };
  }
}

const isOpening = (state: LabState): boolean => state === "static" || state === "connecting";

/** The server says so when everything that was counted has been told. */
const isComplete = (observations: readonly Observation[]): boolean =>
  observations.some(({ what }) => what === "returned");
