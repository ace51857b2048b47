import type { Fact } from "#lab-kit/observation.ts";
import type { PlacedFact } from "#lab-kit/page-lab.ts";
import { type Change, changesBetween, tagOff } from "./changes.ts";
import { type Check, checksOf } from "./checks.ts";
import { frameParts } from "./layer-parts.ts";
import type { Settings } from "./model.ts";
import { editedFrame } from "./preset-edit.ts";
import { discardReasons, forward } from "./router.ts";
import { sentFrames } from "./sent-frames.ts";

/** A frame with the number that it has in its run. */
export interface Numbered {
  number: number;
  bytes: Uint8Array;
}

/** A whole run: the message goes down, is changed by hand if that is set, and goes on its way. */
export function* factsOfRun(settings: Settings): Generator<PlacedFact> {
  const sent = sentFrames(settings).map((bytes, index) => ({ number: index + 1, bytes }));
  for (const frame of sent) yield* sentFacts(frame, settings);
  const frames = [...sent];
  const [first] = sent;
  if (settings.edit !== "none" && first) {
    const bytes = editedFrame(first.bytes, settings);
    yield* editFacts(first, bytes, settings);
    frames[0] = { ...first, bytes };
  }
  if (settings.route !== "none") yield* routeFacts(frames, settings, frames.length + 1);
}

/** One frame leaves: what each layer adds, the frame, and its checksums. */
function* sentFacts({ number, bytes }: Numbered, { carrier }: Settings): Generator<PlacedFact> {
  const { parts } = frameParts(bytes, carrier);
  for (const { layer, from, to } of parts.toReversed())
    yield [
      "Ann",
      { what: "wrapped", number, layer, addedBytes: to - from, wholeBytes: bytes.length - from },
    ];
  yield ["Ann", framed({ number, bytes }, "router")];
  yield* summedFacts("Ann", { number, bytes });
}

/** A frame was changed by hand: what is another value now, the frame, and its checksums. */
export function* editFacts(
  { number, bytes: before }: Numbered,
  bytes: Uint8Array,
  { carrier }: Settings,
): Generator<PlacedFact> {
  for (const change of changesBetween(frameParts(before, carrier), frameParts(bytes, carrier)))
    yield ["You", { what: "changed", number, ...change }];
  yield ["You", framed({ number, bytes }, "router")];
  yield* summedFacts("You", { number, bytes });
}

/** Frames come to the router, one after the other. New frames get the numbers from `next` on. */
export function* routeFacts(
  frames: readonly Numbered[],
  settings: Settings,
  firstNumber: number,
): Generator<PlacedFact> {
  let next = firstNumber;
  for (const { number: of, bytes } of frames) {
    const forwarded = forward(bytes, settings);
    if (!forwarded.isForwarded) {
      const { why, reply } = forwarded;
      yield ["router", { what: "discarded", number: of, why, reason: discardReasons[why] }];
      if (reply) yield ["router", framed({ number: next++, bytes: reply }, "Ann", of)];
      continue;
    }
    for (const frame of forwarded.frames) {
      const number = next++;
      for (const change of headerChanges(bytes, frame, settings))
        yield ["router", { what: "changed", number, ...change }];
      yield ["router", framed({ number, bytes: frame }, "server", of)];
    }
  }
}

const headers = ["ethernet", "vlan", "ipv4", "ipv6", "tcp", "udp"];

/** What the router has changed in headers; the data of a fragment is shorter, and the same. */
function headerChanges(before: Uint8Array, after: Uint8Array, { carrier }: Settings): Change[] {
  const [old, now] = [frameParts(before, carrier), frameParts(after, carrier)];
  const hasTag = [old, now].map(({ parts }) => parts.some(({ layer }) => layer === "vlan"));
  return [
    ...changesBetween(old, now).filter(({ layer }) => headers.includes(layer)),
    ...(hasTag[0] && !hasTag[1] ? [tagOff] : []),
  ];
}

const framed = ({ number, bytes }: Numbered, to: string, of?: number): Fact => ({
  what: "framed",
  number,
  to,
  sizeBytes: bytes.length,
  bytes: btoa(String.fromCharCode(...bytes)),
  ...(of !== undefined && { of }),
});

function* summedFacts(where: string, { number, bytes }: Numbered): Generator<PlacedFact> {
  for (const check of checksOf(bytes))
    if (check.kind === "checksum") yield [where, summed(number, check)];
}

const summed = (number: number, { layer, isRight, found, due }: Check): Fact => ({
  what: "summed",
  number,
  layer,
  isRight,
  found: hex(found),
  due: hex(due),
});

const hex = (word: number): string => `0x${word.toString(16).padStart(4, "0")}`;
