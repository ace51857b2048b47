import { signal } from "@preact/signals";
import type { FailureText } from "#lab-kit/failures.ts";
import { PresetLab, type PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { Run } from "#lab-kit/recording.ts";
import type { Subject } from "#lab-kit/subject.ts";
import { until } from "#lab-kit/until.ts";
import { withoutSessionIds } from "#lab-kit/without-session-ids.ts";
import type { wireContract } from "./contract.ts";
import { inputProblem } from "./input-problem.ts";
import { isComplete } from "./is-complete.ts";
import { argumentsOf, closeCode, messageOf, type Settings } from "./model.ts";
import { PlainClient } from "./plain-client.ts";
import type { PresetId } from "./presets.ts";
import { possible, presetOf } from "./settings-link.ts";

/** What the reader says of the run to come: how many bytes it takes, as typed. */
export interface Said {
  frameBytes?: string;
}

/** A place in the run that is shown: a message, and a byte of it or a field. */
export interface Chosen {
  /** Which message, counted from 0; the one that the run is about by default. */
  message?: number;
  at?: number;
  field?: string;
}

const waitForConnectionMs = 4000;

/** What the reader is told when Ann's connection did not come up. */
const awayTexts: Readonly<Record<Settings["carries"], FailureText>> = {
  "socket.io": {
    says: "Ann’s connection did not come up.",
    next: "Send again; if it stays so, something between you and the server stops it.",
  },
  plain: {
    says: "The WebSocket did not open: something between you and the server stops it.",
    next: "Choose Socket.IO, which can do with HTTP.",
  },
};

/** The wire lab without its looks: settings, prediction, bench, the run and what of it is chosen. */
export class WireLab extends PresetLab<typeof wireContract, Settings, Said, PresetId> {
  readonly chosen = signal<Chosen>({});
  /** A run is being made, from the button on. */
  readonly isSending = signal(false);
  readonly #plain = new PlainClient();
  /** The connection that a fresh bench brings up by itself. */
  #comingUp?: Promise<boolean>;
  /** Transport that Ann's client was opened with. */
  #transport: Settings["transport"];

  constructor(given: PresetLabGiven<Settings, PresetId>) {
    const ended = (run: Run) => {
      given.ended(run);
      if (this.view.value.state === "live") void this.bench.session.command("rest", {});
    };
    super(
      { ...given, ended },
      {
        lab: "wire",
        subjects: ["Ann"],
        client: () => ({
          autoConnect: false,
          ...(this.#transport === "polling" && { transports: ["polling"] }),
        }),
        isComplete,
        presetOf,
        recorded: withoutSessionIds,
        ready: () => {
          this.#comingUp = this.#connect(this.settings.value);
        },
      },
    );
    this.#transport = given.start.settings.transport;
  }

  override close(): void {
    this.#plain.close();
    super.close();
  }

  override change(change: Partial<Settings>): void {
    super.change(possible({ ...this.settings.value, ...change }));
  }

  override reset(): void {
    super.reset();
    this.chosen.value = {};
  }

  /** Runs what is set: on the bench, or as a recording while the server is away. */
  async send(): Promise<void> {
    if (this.isSending.value) return;
    this.isSending.value = true;
    try {
      await this.#run(this.settings.value);
    } finally {
      this.isSending.value = false;
    }
  }

  async #run(settings: Settings): Promise<void> {
    this.problem.value = inputProblem(settings);
    if (this.problem.value) return;
    if (!(await this.isLive())) return this.playRecording();
    // Browsers complain of a WebSocket that is closed before it is open.
    await this.#comingUp;
    if (settings.fromStart) await this.#hangUp();
    else if (!(await this.#connect(settings))) return this.#tellAway(settings);
    if (!(await this.#listen(settings))) return;
    this.#begin(settings);
    if (settings.fromStart && !(await this.#connect(settings))) return this.#tellAway(settings);
    await this.#speak(settings);
  }

  /** Lights a place: of the run that is shown, or of the preset's recording, which a link opens. */
  async showPlace(chosen: Chosen): Promise<void> {
    const recording = await this.startRecording();
    if (recording && !this.run.value) this.show(recording);
    this.chosen.value = chosen;
  }

  get #ann(): Subject | undefined {
    return this.bench.session.subjects.get("Ann");
  }

  /** Brings up the connection that the settings ask for, and only that. */
  async #connect({ carries, transport }: Settings): Promise<boolean> {
    if (carries === "plain") {
      this.#ann?.socket.disconnect();
      const url = this.bench.session.routeUrl("Ann", "socket");
      return url !== undefined && (await this.#plain.open(url));
    }
    await this.#plain.hangUp();
    if (transport !== this.#transport) {
      this.#transport = transport;
      this.bench.session.renewSubjects();
    }
    this.#ann?.socket.connect();
    await until(() => this.#isAnnThere(), waitForConnectionMs);
    return this.#isAnnThere();
  }

  #isAnnThere(): boolean {
    return this.#ann?.socket.connected === true && this.view.value.seen.has("Ann");
  }

  /** Ends both connections, and waits until the server has seen it. */
  async #hangUp(): Promise<void> {
    this.#ann?.socket.disconnect();
    await this.#plain.hangUp();
    await until(() => !this.view.value.seen.has("Ann"), waitForConnectionMs);
  }

  async #listen({ carries, text, extra, bytes }: Settings): Promise<boolean> {
    const isBytes = extra === "bytes";
    const plan = { carries, text, extra, bytes: isBytes ? bytes : "00" };
    const answer = await this.bench.session.command("listen", plan);
    if (!answer.ok) this.bench.failed(answer.failure);
    return answer.ok;
  }

  #begin(settings: Settings): void {
    this.chosen.value = {};
    this.begin(settings);
  }

  async #speak(settings: Settings): Promise<void> {
    const answer = settings.speaker === "Ann" ? undefined : this.bench.session.command("speak", {});
    if (settings.speaker !== "server") this.#say(settings);
    const told = await answer;
    if (told && !told.ok) this.bench.failed(told.failure);
  }

  #say(settings: Settings): void {
    if (settings.carries === "socket.io") this.#emit(settings);
    else if (settings.call === "close") this.#plain.close(closeCode, settings.text);
    else this.#plain.send(messageOf(settings));
  }

  #emit(settings: Settings): void {
    const { text, call } = settings;
    const args = argumentsOf(settings);
    const ann = this.#ann;
    ann?.call(text, ({ answered, failed }) => {
      if (call === "ask") void ann.socket.emitWithAck(text, ...args).then(answered, failed);
      else ann.socket.emit(text, ...args);
    });
  }

  /** Who waits for a lease has been told already. */
  #tellAway({ carries }: Settings): void {
    if (this.view.value.unleased) this.bench.recorder.end("stuck");
    else this.#fail(awayTexts[carries]);
  }

  #fail(text: FailureText): void {
    this.bench.recorder.end("stuck");
    this.problem.value = text;
  }
}
