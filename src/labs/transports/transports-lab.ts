import { signal } from "@preact/signals";
import { type HeldLeases, holdLeases } from "#lab-kit/held-leases.ts";
import { leaseBudget } from "#lab-kit/lease-table.ts";
import { type Leases, pageLeases } from "#lab-kit/leases.ts";
import type { Observation } from "#lab-kit/observation.ts";
import { PresetLab, type PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { OpenStream } from "#lab-kit/route-client.ts";
import type { transportsContract } from "./contract.ts";
import { brokenText, noConnectionsText, restingText } from "./lane-problems.ts";
import { type Said, type Settings, staysOpen, type Transport } from "./model.ts";
import { NewsLanes } from "./news-lanes.ts";
import type { PresetId } from "./presets.ts";
import { presetOf } from "./settings-link.ts";
import { TakenConnections } from "./taken-connections.ts";

/** What the lab is made with. */
export interface TransportsLabGiven extends PresetLabGiven<Settings, PresetId> {
  /** Opens event streams; the browser's own by default. */
  openStream?: OpenStream;
}

/** The news takes 5 s, and polling may find the last item a second later. */
const longestRunMs = 12_000;

/** The lab without its looks: lanes that are told the same news, each in its own way. */
export class TransportsLab extends PresetLab<typeof transportsContract, Settings, Said, PresetId> {
  /** The stage is being set for a run. */
  readonly isPreparing = signal(false);
  readonly #leases: Leases;
  readonly #openStream: OpenStream | undefined;
  /** What this page has open for the run. */
  #open: NewsLanes | TakenConnections | undefined;
  #held: HeldLeases | undefined;

  constructor({ openStream, ...given }: TransportsLabGiven) {
    super(given, {
      lab: "transports",
      // Seats, but no Socket.IO clients: the lanes are made of other things.
      subjects: [],
      isComplete,
      presetOf,
      longestRunMs: () => longestRunMs,
      observed: (seen) => {
        if (this.#open instanceof NewsLanes) this.#open.saw(seen);
      },
      changed: ({ state }) => {
        if (state !== "live") this.#closeLanes();
      },
    });
    this.#leases = given.leases ?? pageLeases();
    this.#openStream = openStream;
  }

  override close(): void {
    this.#closeLanes();
    super.close();
  }

  override reset(): void {
    const wasRunning = this.bench.recorder.isRunning;
    super.reset();
    if (wasRunning) void this.#stop();
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
    this.begin(settings);
    this.#open = this.#lanesOf(settings);
    this.#open.start();
  }

  /** The settings with those lanes that there are connections for; nothing when it needs all. */
  async #leased(settings: Settings): Promise<Settings | undefined> {
    const { show, lanes } = settings;
    const long = lanes.filter(staysOpen);
    const wanted = show === "news" ? long.length : leaseBudget;
    this.#held = await holdLeases(this.#leases, wanted, () => void this.#stop());
    const resting = long.slice(this.#held.count);
    if (show === "news" && resting.length < lanes.length) {
      if (resting.length > 0) this.problem.value = restingText(resting);
      return { ...settings, lanes: lanes.filter((lane) => !resting.includes(lane)) };
    }
    if (this.#held.count === wanted) return settings;
    this.#closeLanes();
    this.problem.value = noConnectionsText;
    return undefined;
  }

  #lanesOf({ show, lanes, everyMs }: Settings): NewsLanes | TakenConnections {
    const { session } = this.bench;
    const openStream = this.#openStream;
    const clientOf = (who: string, seat = who) => session.routeClient(who, { seat, openStream });
    const finished = () => void this.#stop();
    const broke = (lane: Transport): void => {
      this.problem.value = brokenText(lane);
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
}

/** The server says so when everything that was counted has been told. */
const isComplete = (observations: readonly Observation[]): boolean =>
  observations.some(({ what }) => what === "returned");
