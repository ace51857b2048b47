import { signal } from "@preact/signals";
import { seen } from "#lab-kit/observation.ts";
import { PageLab } from "#lab-kit/page-lab.ts";
import type { PresetLabGiven } from "#lab-kit/preset-lab.ts";
import type { Recording } from "#lab-kit/recording.ts";
import type { WireField } from "#wire/wire-field.ts";
import { editedField } from "./edited-field.ts";
import { editFacts, factsOfRun, routeFacts } from "./facts.ts";
import { inputProblem } from "./input-problem.ts";
import { frameParts } from "./layer-parts.ts";
import type { Route, Settings } from "./model.ts";
import type { PresetId } from "./presets.ts";
import { possible, presetOf } from "./settings-link.ts";
import { type ShownFrame, sentOnly, shownRoute } from "./shown-run.ts";

/** What the reader says of the run to come: how many bytes it makes, as typed. */
export interface Said {
  frameBytes?: string;
}

/** What of the run is looked at. */
export interface Chosen {
  /** Number of the frame; by default the last that was made. */
  frame?: number;
  /** Id of a part: a layer. */
  part?: string;
  field?: string;
  at?: number;
}

/** The layers lab without its looks: settings, prediction, the run, and what of it is chosen. */
export class LayersLab extends PageLab<Settings, Said, PresetId> {
  readonly chosen = signal<Chosen>({});
  /** Why what was typed does not fit the field that is chosen. */
  readonly fieldProblem = signal<string | undefined>(undefined);

  constructor(given: Pick<PresetLabGiven<Settings, PresetId>, "start" | "ended">) {
    super(given, { lab: "layers", presetOf });
  }

  override change(change: Partial<Settings>): void {
    super.change(possible({ ...this.settings.value, ...change }));
  }

  override reset(): void {
    super.reset();
    this.choose({});
  }

  override show(recording: Recording): void {
    super.show(recording);
    this.choose({});
  }

  choose(chosen: Chosen): void {
    this.chosen.value = chosen;
    this.fieldProblem.value = undefined;
  }

  /** Sends the message down the layers. */
  wrap(): void {
    const settings = this.settings.value;
    this.problem.value = inputProblem(settings);
    if (this.problem.value) return;
    this.choose({});
    this.compute(settings, factsOfRun(settings));
  }

  /** Writes a field of a frame; nothing else is worked out again. */
  write(frame: ShownFrame, field: WireField<string>, text: string): void {
    const run = this.run.value;
    if (!run) return;
    const edited = editedField(frameParts(frame.bytes, run.settings.carrier), field, text);
    this.fieldProblem.value = edited.ok ? undefined : edited.failure;
    if (edited.ok) this.replace(frame, edited.value);
  }

  /** Puts other bytes in the place of a frame's. */
  replace(frame: ShownFrame, bytes: Uint8Array): void {
    const run = this.run.value;
    if (!run || isSame(frame.bytes, bytes)) return;
    this.add(editFacts({ ...frame, bytes: frame.bytes }, bytes, run.settings));
  }

  /** Sends Ann's frames, as they are now, across a router. */
  sendOn(route: Exclude<Route, "none">): void {
    const run = this.run.value;
    if (!run) return;
    const frames = sentOnly(shownRoute(run.observations));
    const numbers = seen(run.observations, "framed").map(({ number }) => number);
    const settings = { ...run.settings, route };
    this.choose({});
    this.add(routeFacts(frames, settings, Math.max(0, ...numbers) + 1));
  }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
