import type { ShownRun } from "#lab-kit/run-recorder.ts";
import { layerName } from "#ui/layer-names.ts";
import { checksOf } from "./checks.ts";
import { type FrameParts, frameParts } from "./layer-parts.ts";
import { isOverTcp, type Settings } from "./model.ts";
import { type ShownFrame, type ShownRoute, shownRoute } from "./shown-run.ts";

/** How a run ended, in a sentence or two, for the status line. */
export function statusOf(run: ShownRun<Settings> | undefined, said: string): string {
  if (!run || run.stage === "running") return "";
  const route = shownRoute(run.observations);
  const sent = route.frames.filter(({ of }) => of === undefined);
  const parts = [
    sentSentence(sent, run.settings),
    saidSentence(said, bytesOf(sent)),
    wrongSentence(sent),
    waySentence(route),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

const bytesOf = (frames: readonly ShownFrame[]): number =>
  frames.reduce((sum, { bytes }) => sum + bytes.length, 0);

function sentSentence(frames: readonly ShownFrame[], settings: Settings): string {
  const [first] = frames;
  if (!first) return "No frame was made.";
  if (frames.length === 1)
    return `1 frame of ${counted(first.bytes.length)}: ${layersSentence(frameParts(first.bytes, settings.carrier))}.`;
  const kind = isOverTcp(settings)
    ? "each with a TCP segment"
    : "each with a fragment of one packet";
  return `${frames.length} frames of ${list(frames.map(({ bytes }) => number(bytes.length)))} bytes, ${kind}.`;
}

/** How many bytes each layer has of a frame, in words. */
export const layersSentence = ({ parts }: FrameParts): string =>
  parts.map(({ layer, from, to }) => `${layerName(layer)} ${number(to - from)}`).join(", ");

function saidSentence(said: string, length: number): string {
  const digits = said.trim();
  if (!/^\d{1,9}$/.test(digits)) return "";
  return Number(digits) === length ? "As you said." : `You said ${number(Number(digits))}.`;
}

/** Checksums that no longer fit what they cover. */
function wrongSentence(frames: readonly ShownFrame[]): string {
  const checks = frames.flatMap(({ bytes }) => checksOf(bytes)).filter(({ isRight }) => !isRight);
  const names = new Set(checks.map(({ layer, kind }) => `${layerName(layer)} ${kind}`));
  return names.size === 0 ? "" : `Wrong now: ${list([...names])}.`;
}

function waySentence({ frames, discarded }: ShownRoute): string {
  const [end] = discarded;
  if (end) return `The router discarded it. ${end.reason}`;
  const arrived = frames.filter(({ to }) => to === "server").length;
  if (arrived === 0) return "";
  return arrived === 1
    ? "The router sent it on in 1 frame."
    : `The router sent it on in ${arrived} frames.`;
}

const number = (value: number): string => value.toLocaleString("en");
const counted = (bytes: number): string => `${number(bytes)} ${bytes === 1 ? "byte" : "bytes"}`;
const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
