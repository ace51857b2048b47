import { signal } from "@preact/signals";
import type { SessionView } from "#lab-kit/bench-session.ts";
import type { FailureText } from "#lab-kit/failures.ts";
import type { Observation } from "#lab-kit/observation.ts";
import { PresetLab, type PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { Run } from "#lab-kit/recording.ts";
import { until } from "#lab-kit/until.ts";
import { bringUp } from "./bring-up.ts";
import type { nodesContract } from "./contract.ts";
import { isComplete } from "./is-complete.ts";
import { clientNames, news, type Said, type Settings } from "./model.ts";
import type { PresetId } from "./presets.ts";
import { presetOf } from "./settings-link.ts";

const waitForLeavingMs = 1500;
const longestRunMs = 25_000;

/** The nodes lab without its looks: four clients, which connect anew in each run. */
export class NodesLab extends PresetLab<typeof nodesContract, Settings, Said, PresetId> {
  /** From the press of the button until everybody has tried to connect. */
  readonly isBusy = signal(false);
  /** Changes with each run and each reset: what an older one still does is then in vain. */
  #turn = 0;

  constructor(given: PresetLabGiven<Settings, PresetId>) {
    const ended = (run: Run) => {
      this.#disconnectAll();
      given.ended(run);
    };
    super(
      { ...given, ended },
      {
        lab: "nodes",
        subjects: clientNames,
        // Each run sets its own transports; naming some keeps the kit from changing them.
        client: { autoConnect: false, transports: ["websocket"] },
        watchesPackets: true,
        isComplete,
        longestRunMs: () => longestRunMs,
        presetOf,
        recorded: (seen) => this.#recorded(seen),
        changed: (view) => this.#changed(view),
      },
    );
  }

  override reset(): void {
    this.#turn += 1;
    super.reset();
    this.#disconnectAll();
  }

  /** Lets everybody connect as it is set: on the bench, or as a recording while the server is away. */
  async start(): Promise<void> {
    if (this.isBusy.value) return;
    this.problem.value = undefined;
    this.isBusy.value = true;
    try {
      if (await this.isLive()) await this.#runOnBench();
      else await this.playRecording();
    } finally {
      this.isBusy.value = false;
    }
  }

  async #runOnBench(): Promise<void> {
    const { session } = this.bench;
    const settings = this.settings.value;
    const { isSticky, hasAdapter, isEmitting } = settings;
    this.#turn += 1;
    const turn = this.#turn;
    await this.#leave();
    const answer = await session.command("open-nodes", { isSticky, hasAdapter });
    if (!answer.ok) return this.bench.failed(answer.failure);
    if (turn !== this.#turn) return;
    this.begin(settings);
    for (const who of clientNames) {
      await this.#bringUp(who, settings);
      if (turn !== this.#turn) return;
    }
    const end = await session.command("end-run", { isEmitting });
    if (!end.ok) this.bench.failed(end.failure);
  }

  async #bringUp(who: string, { transports }: Settings): Promise<void> {
    const client = this.bench.session.subjects.get(who);
    if (!client) return;
    client.listen(news);
    await bringUp(client.socket, transports);
  }

  /** All must be gone, for both sides, before they come again. */
  async #leave(): Promise<void> {
    this.#disconnectAll();
    await until(() => this.view.value.seen.size === 0, waitForLeavingMs);
  }

  #disconnectAll(): void {
    for (const { socket } of this.bench.session.subjects.values()) socket.disconnect();
  }

  /** Nothing between runs, and no packets: they are many, and what they tell is told otherwise. */
  #recorded(seen: Observation): Observation | undefined {
    const isPacket = seen.what === "packet-in" || seen.what === "packet-out";
    return this.bench.recorder.isRunning && !isPacket ? seen : undefined;
  }

  /** Here clients poll because they are told to, not because WebSocket is blocked. */
  #changed({ unleased }: SessionView): void {
    const { problem } = this;
    if (unleased && !unleased.includes("page")) problem.value = waitsText;
    else if (problem.value === waitsText) problem.value = undefined;
  }
}

const waitsText: FailureText = {
  says: "A browser has six connections for one site, and other labs or tabs hold them: a client waits for one.",
  next: "Close or hide another tab of this site. Then it connects by itself.",
};
